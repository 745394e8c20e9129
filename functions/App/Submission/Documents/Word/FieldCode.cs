namespace MicroCred.App.Submission.Documents;

/// <summary>The beginning of a field's instruction, which Word may spread over several runs of text.</summary>
internal sealed class FieldCode
{
    private const int Enough = 64;

    private string _code = "";

    public void Begin() => _code = "";

    /// <exception cref="HostileContentException">It is DDE or DDEAUTO: another program started with the document's own words.</exception>
    public void Add(string piece)
    {
        if (_code.Length >= Enough)
            return;
        _code = (_code + piece).TrimStart();
        if (_code.StartsWith("DDE ", StringComparison.OrdinalIgnoreCase) || _code.StartsWith("DDEAUTO", StringComparison.OrdinalIgnoreCase))
            throw new HostileContentException("has a field that starts another program");
    }
}
