namespace MicroCred.Approval;

/// <summary>A scan found malware in documents, which all have the same bytes.</summary>
public sealed record DocumentRejected(IReadOnlyList<Document> Documents, string Sha256) : ApplicationEvent
{
    /// <inheritdoc/>
    public override string Detail =>
        $"{string.Join(", ", Documents.Select(document => $"{document.Id} ({document.FileName})"))}"
        + $": a scan found malware in SHA-256 {Sha256}.";
}
