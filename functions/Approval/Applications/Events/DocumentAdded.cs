namespace MicroCred.Approval;

/// <summary>A document was added.</summary>
public sealed record DocumentAdded(Document Document) : ApplicationEvent
{
    /// <inheritdoc/>
    public override string Detail => $"{Document.Id}: {Document.Kind}, {Document.FileName}, SHA-256 {Document.Sha256}.";
}
