using Azure.Storage.Blobs;
using MicroCred.App.Storage;
using MicroCred.Approval;
using MicroCred.Inspection;

namespace MicroCred.App.Submission.Uploads;

/// <summary>
/// A document that has been inspected and waits in the incoming container. Disposing of this deletes it there; the application's copy has
/// to be made before. If the process crashes, the container's lifecycle rule deletes it.
/// </summary>
/// <param name="blob">The blob that it waits in.</param>
/// <param name="fileName">Its file name.</param>
/// <param name="stamp">Its size and hash.</param>
/// <param name="inspected">Its type and the faults found.</param>
internal sealed class IncomingDocument(BlobClient blob, string fileName, ContentStamp stamp, Verdict.Inspected inspected) : IAsyncDisposable
{
    /// <summary>The document with the kind that it is submitted as.</summary>
    public UploadedDocument As(DocumentKind kind) =>
        new(kind, fileName, inspected.ContentType, stamp.Size, stamp.Sha256, inspected.Findings, blob.Name);

    public async ValueTask DisposeAsync() => await blob.DeleteIfExistsAsync();
}
