using MicroCred.Approval;

namespace MicroCred.App.Submission.Documents;

/// <summary>A document as it was handed in: what it is handed in as, and the document. To be disposed of.</summary>
internal sealed record UploadedDocument(DocumentKind Kind, IncomingDocument Document) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Document.DisposeAsync();
}
