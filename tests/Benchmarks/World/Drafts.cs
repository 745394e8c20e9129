using MicroCred.App.Storage;

namespace MicroCred.Benchmarks.World;

/// <summary>
/// Drafts, written to storage by the app's own stores, as uploads would have left them but without their documents' bytes: what a measure
/// begins with, and not part of it.
/// </summary>
internal sealed class Drafts(Account account, int seed)
{
    private readonly Wordsmith _words = new(seed);
    private int _written;

    public async Task<IReadOnlyList<Draft>> Write(int count)
    {
        List<(Draft Draft, Change Change)> drafts = [.. Enumerable.Range(0, count).Select(_ => Draft.Write(_words, _written++))];
        await Parallel.ForEachAsync(drafts, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (draft, cancel) =>
        {
            Case saved = await account.Cases.Save(null, draft.Change, [], null, cancel);
            await account.Worklists.Show(null, saved.Application, cancel);
        });
        return [.. drafts.Select(draft => draft.Draft)];
    }
}
