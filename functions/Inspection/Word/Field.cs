namespace MicroCred.Inspection.Word;

/// <summary>
/// An open field. Its instruction may contain fields, so it is kept three times: without them, with the results stored in the document, and
/// with the results that Word would compute.
/// </summary>
internal sealed class Field
{
    private readonly FieldText _result = new();

    /// <summary>True once the field's result has begun.</summary>
    public bool IsInResult { get; set; }

    /// <summary>True once the instruction contains a field.</summary>
    public bool HasInner { get; private set; }

    public FieldText Bare { get; } = new();

    public FieldText WithResults { get; } = new();

    public FieldText WorkedOut { get; } = new();

    public string Result => _result.ToString();

    public void Add(ReadOnlySpan<char> piece)
    {
        if (IsInResult)
        {
            _result.Add(piece);
            return;
        }

        Bare.Add(piece);
        WithResults.Add(piece);
        WorkedOut.Add(piece);
    }

    /// <summary>Adds the value of a nested field that has ended.</summary>
    public void Add(Field inner, string? workedOut)
    {
        var result = inner.Result;
        if (IsInResult)
        {
            _result.Add(workedOut ?? result);
            return;
        }

        HasInner = true;
        WithResults.Add(result);
        WorkedOut.Add(workedOut ?? result);
    }
}
