namespace MicroCred.Approval;

/// <summary>Somebody was reminded of a task or an answer that waits for them.</summary>
public sealed record Reminded(string Who, string What) : ApplicationEvent
{
    /// <inheritdoc/>
    public override string Detail => $"{Who}: {What}.";
}
