using Azure.Storage.Blobs;
using MicroCred.App.Storage;
using MicroCred.Approval;
using MicroCred.Inspection;

namespace MicroCred.App.Submission.Uploads;

/// <summary>
/// A document that has been looked into and waits in the container for incoming ones. It goes from there when this is disposed of; what is
/// to last is kept first. Should the process die in between, the container's lifecycle rule clears it away.
/// </summary>
/// <param name="blob">Where it waits.</param>
/// <param name="fileName">What it is called.</param>
/// <param name="stamp">Its size and hash.</param>
/// <param name="inspected">What it is, and what was found wrong with it.</param>
internal sealed class IncomingDocument(BlobClient blob, string fileName, ContentStamp stamp, Verdict.Inspected inspected) : IAsyncDisposable
{
    /// <summary>The document as what it is handed in.</summary>
    public UploadedDocument As(DocumentKind kind) =>
        new(kind, fileName, inspected.ContentType, stamp.Size, stamp.Sha256, inspected.Findings, blob.Name);

    public async ValueTask DisposeAsync() => await blob.DeleteIfExistsAsync();
}
