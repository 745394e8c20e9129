using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using MicroCred.Approval;

namespace MicroCred.App.Submission.Documents;

/// <summary>
/// A document that has been looked into and waits in the container for incoming ones. It goes from there when this is disposed of;
/// whoever wants
/// to have it calls <see cref="KeepAsync"/> first. Should the process die in between, the container's lifecycle rule clears it away.
/// </summary>
/// <param name="incoming">Where it waits.</param>
/// <param name="documents">Where it is kept.</param>
/// <param name="fileName">What it is called.</param>
/// <param name="stamp">Its size and hash.</param>
/// <param name="inspected">What it is, and what was found wrong with it.</param>
internal sealed class IncomingDocument(
    BlobClient incoming, BlobContainerClient documents, string fileName, ContentStamp stamp, Verdict.Inspected inspected) : IAsyncDisposable
{
    public string FileName => fileName;

    public string ContentType => inspected.ContentType;

    /// <summary>In bytes.</summary>
    public long Size => stamp.Size;

    /// <summary>The SHA-256 of its bytes, in lower-case hex.</summary>
    public string Sha256 => stamp.Sha256;

    public DocumentStatus Status => inspected.Findings.Count == 0 ? DocumentStatus.Accepted : DocumentStatus.Rejected;

    public IReadOnlyList<Finding> Findings => inspected.Findings;

    /// <summary>
    /// Copies it, within the storage account, to the application's documents under the hash of its bytes, where nothing is ever
    /// overwritten. A
    /// rejected one isn't kept at all: nobody can read it, so there is only the record that it came, and why it was rejected.
    /// </summary>
    public async Task KeepAsync(ApplicationId application, CancellationToken cancellationToken)
    {
        if (Status == DocumentStatus.Rejected)
            return;
        var kept = documents.GetBlobClient($"{application}/{Sha256}");
        var options = new BlobCopyFromUriOptions { DestinationConditions = new BlobRequestConditions { IfNoneMatch = ETag.All } };
        try
        {
            // Within one account the service reads the source in the caller's name, by key or by Entra ID, so no signature goes into
            // the address.
            var copy = await kept.StartCopyFromUriAsync(incoming.Uri, options, cancellationToken);
            await copy.WaitForCompletionAsync(cancellationToken);
        }
        catch (RequestFailedException failure) when (failure.Status is 409 or 412)
        {
            // The same bytes are there already.
        }
    }

    public async ValueTask DisposeAsync() => await incoming.DeleteIfExistsAsync();
}
