namespace MicroCred.Approval;

/// <summary>Somebody was reminded of a task or of an answer that is due.</summary>
public sealed record Reminded(string Who, string What) : ApplicationEvent
{
    /// <inheritdoc/>
    public override string Detail => $"{Who}: {What}.";
}
