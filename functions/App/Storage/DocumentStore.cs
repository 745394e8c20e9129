using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using MicroCred.Approval;
using Microsoft.Extensions.Configuration;

namespace MicroCred.App.Storage;

/// <summary>
/// The checked documents of applications, each under the application's id and the SHA-256 of its bytes. Where the storage account scans them
/// for malware, a document found clean carries that as metadata, which comes with its bytes; none is opened before.
/// </summary>
internal sealed class DocumentStore(BlobServiceClient blobs, IConfiguration configuration)
{
    private const string Scan = "scan";
    private const string Clean = "clean";

    private readonly BlobContainerClient _incoming = blobs.GetBlobContainerClient(Names.IncomingContainer);
    private readonly BlobContainerClient _documents = blobs.GetBlobContainerClient(Names.DocumentsContainer);
    private readonly bool _awaitsScan = configuration.GetValue("Documents:AwaitScan", false);

    /// <summary>What there is of a document to read. One storage request.</summary>
    public async Task<DocumentContent> Open(ApplicationId application, Document document, CancellationToken cancel)
    {
        if (document.IsInfected)
        {
            return new DocumentContent.Infected();
        }

        try
        {
            BlobDownloadStreamingResult found = await BlobOf(new(application, document.Sha256)).DownloadStreamingAsync(cancellationToken: cancel);
            if (_awaitsScan && !(found.Details.Metadata.TryGetValue(Scan, out string? verdict) && verdict == Clean))
            {
                await found.Content.DisposeAsync();
                return new DocumentContent.NotScanned();
            }

            return new DocumentContent.Readable(found.Content);
        }
        catch (RequestFailedException failure) when (failure.Status == 404)
        {
            return new DocumentContent.NotKept();
        }
    }

    /// <summary>
    /// Copies a document's bytes, within the storage account, from where they came in to the application's documents, where nothing is ever
    /// overwritten. A rejected one isn't kept at all: nobody can read it, so there is only the record that it came, and why it was rejected.
    /// </summary>
    public async Task Keep(ApplicationId application, UploadedDocument document, CancellationToken cancel)
    {
        if (document.Status == DocumentStatus.Rejected)
        {
            return;
        }

        BlobCopyFromUriOptions options = new() { DestinationConditions = new BlobRequestConditions { IfNoneMatch = ETag.All } };
        try
        {
            // Within one account the service reads the source in the caller's name, by key or by Entra ID, so no signature goes into the address.
            CopyFromUriOperation copy = await BlobOf(new(application, document.Sha256))
                .StartCopyFromUriAsync(_incoming.GetBlobClient(document.IncomingBlob).Uri, options, cancel);
            await copy.WaitForCompletionAsync(cancel);
        }
        catch (RequestFailedException failure) when (failure.Status is 409 or 412)
        {
            // The same bytes are there already.
        }
    }

    /// <summary>The document that is kept at an address; null where the address isn't one of ours.</summary>
    public StoredDocument? At(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) && uri.AbsoluteUri.StartsWith($"{_documents.Uri.AbsoluteUri}/", StringComparison.Ordinal)
            ? StoredDocument.Named(uri.AbsoluteUri[(_documents.Uri.AbsoluteUri.Length + 1)..])
            : null;

    /// <summary>Notes that a document was found clean.</summary>
    /// <returns>False where its bytes aren't kept any more.</returns>
    public async Task<bool> MarkClean(StoredDocument document, CancellationToken cancel)
    {
        try
        {
            await BlobOf(document).SetMetadataAsync(new Dictionary<string, string> { [Scan] = Clean }, cancellationToken: cancel);
            return true;
        }
        catch (RequestFailedException failure) when (failure.Status == 404)
        {
            return false;
        }
    }

    public async Task<bool> Has(StoredDocument document, CancellationToken cancel) => await BlobOf(document).ExistsAsync(cancel);

    /// <summary>Removes a document's bytes, where they are still there.</summary>
    public Task Remove(StoredDocument document, CancellationToken cancel) => BlobOf(document).DeleteIfExistsAsync(cancellationToken: cancel);

    /// <summary>Removes the bytes of a document that no document of the application has any more.</summary>
    public async Task RemoveUnused(Application application, string sha256, CancellationToken cancel)
    {
        if (application.Documents.All(document => document.Sha256 != sha256))
        {
            await Remove(new(application.Id, sha256), cancel);
        }
    }

    /// <summary>Removes the bytes of all of a draft's documents.</summary>
    public async Task RemoveAll(Application draft, CancellationToken cancel)
    {
        foreach (Document document in draft.Documents)
        {
            await Remove(new(draft.Id, document.Sha256), cancel);
        }
    }

    private BlobClient BlobOf(StoredDocument document) => _documents.GetBlobClient(document.Name);
}
