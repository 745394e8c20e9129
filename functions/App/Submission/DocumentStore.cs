using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using MicroCred.App.Storage;
using MicroCred.Approval;

namespace MicroCred.App.Submission;

/// <summary>The checked documents of applications, each under the application's id and the SHA-256 of its bytes.</summary>
internal sealed class DocumentStore(BlobServiceClient blobs)
{
    private readonly BlobContainerClient _documents = blobs.GetBlobContainerClient(Names.DocumentsContainer);

    /// <summary>A document's bytes as a stream; null where they aren't kept, because it couldn't be read when it came.</summary>
    public async Task<Stream?> Open(ApplicationId application, Document document, CancellationToken cancel)
    {
        try
        {
            BlobDownloadStreamingResult found = await _documents.GetBlobClient($"{application}/{document.Sha256}").DownloadStreamingAsync(cancellationToken: cancel);
            return found.Content;
        }
        catch (RequestFailedException failure) when (failure.Status == 404)
        {
            return null;
        }
    }

    /// <summary>Removes the bytes of a document that no document of the application has any more.</summary>
    public async Task RemoveUnused(Application application, string sha256, CancellationToken cancel)
    {
        if (application.Documents.All(document => document.Sha256 != sha256))
        {
            await _documents.DeleteBlobIfExistsAsync($"{application.Id}/{sha256}", cancellationToken: cancel);
        }
    }

    /// <summary>Removes the bytes of all of a draft's documents.</summary>
    public async Task RemoveAll(Application draft, CancellationToken cancel)
    {
        foreach (Document document in draft.Documents)
        {
            await _documents.DeleteBlobIfExistsAsync($"{draft.Id}/{document.Sha256}", cancellationToken: cancel);
        }
    }
}
