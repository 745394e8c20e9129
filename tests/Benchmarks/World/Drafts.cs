using System.Net.Http.Json;
using Azure.Storage.Blobs;
using MicroCred.App.Storage;

namespace MicroCred.Benchmarks.World;

/// <summary>
/// Drafts as uploads would have left them: a measure's starting point, not part of it. The App's are written to storage by its own stores;
/// the peer receives them over HTTP.
/// </summary>
internal sealed class Drafts(Subject subject, Account account, HttpClient http)
{
    private readonly Wordsmith _words = new(seed: 1);
    private readonly ApplicationStore _applications = new(account.Tables);
    private readonly Worklists _worklists = new(account.Tables);
    private readonly BlobContainerClient _documents = account.Blobs.GetBlobContainerClient(StorageNames.DocumentsContainer);
    private int _written;

    public async Task<IReadOnlyList<Draft>> WriteAsync(int count)
    {
        List<(Draft Draft, Change Change)> drafts = [.. Enumerable.Range(0, count).Select(_ => Draft.Write(_words, _written++))];
        await Parallel.ForEachAsync(drafts, new ParallelOptions { MaxDegreeOfParallelism = 8 }, (draft, cancellationToken) =>
            subject.IsPeer ? PostAsync(draft.Change, cancellationToken) : StoreAsync(draft.Change, cancellationToken)
        );
        return [.. drafts.Select(draft => draft.Draft)];
    }

    private async ValueTask StoreAsync(Change draft, CancellationToken cancellationToken)
    {
        var document = draft.Application.Documents[0];
        await _documents
            .GetBlobClient(new StoredDocument(draft.Application.Id, document.Sha256).Name)
            .UploadAsync(Draft.Bytes, overwrite: true, cancellationToken);
        var saved = await _applications.SaveAsync(null, draft, [], answer: null, trace: null, cancellationToken);
        await _worklists.ShowAsync(null, saved.Application, cancellationToken);
    }

    private async ValueTask PostAsync(Change draft, CancellationToken cancellationToken)
    {
        using var answer = await http.PostAsJsonAsync("/api/applications", draft.Application, ApprovalJson.Options, cancellationToken);
        answer.EnsureSuccessStatusCode();
    }
}
