namespace MicroCred.Inspection.Word;

/// <summary>
/// A field that has begun. Its instruction may have fields in it, so it is kept three times: without them, with the results that the
/// document has for them, and with what Word would work out for them.
/// </summary>
internal sealed class Field
{
    private readonly FieldText _result = new();

    /// <summary>True once its result has begun.</summary>
    public bool IsInResult { get; set; }

    /// <summary>True once its instruction has had a field in it.</summary>
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

    /// <summary>A field inside this one has ended.</summary>
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
