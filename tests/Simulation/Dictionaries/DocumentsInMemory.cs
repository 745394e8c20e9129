using MicroCred.App.Storage;

namespace MicroCred.Simulation.Dictionaries;

/// <summary>Which documents are stored: their bytes don't matter here.</summary>
internal sealed class DocumentsInMemory : IDocuments
{
    private readonly HashSet<StoredDocument> _kept = [];

    public Task KeepAsync(ApplicationId application, UploadedDocument document, CancellationToken cancellationToken)
    {
        if (document.Status == DocumentStatus.Accepted)
        {
            _kept.Add(new StoredDocument(application, document.Sha256));
        }

        return Task.CompletedTask;
    }

    public Task<bool> HoldsAsync(StoredDocument document, CancellationToken cancellationToken) => HasAsync(document, cancellationToken);

    public Task<bool> HasAsync(StoredDocument document, CancellationToken cancellationToken) => Task.FromResult(_kept.Contains(document));
}
