namespace MicroCred.Approval;

/// <summary>A document was removed.</summary>
public sealed record DocumentRemoved(Document Document) : ApplicationEvent
{
    /// <inheritdoc/>
    public override string Detail => $"{Document.Id}: {Document.Kind}, {Document.FileName}.";
}
