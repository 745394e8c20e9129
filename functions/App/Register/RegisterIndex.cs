using Azure;
using Azure.Data.Tables;
using MicroCred.App.Storage;
using MicroCred.Approval;

namespace MicroCred.App.Register;

/// <summary>
/// The register's entries in memory, for lists, statistics and similarity. Entries that this process publishes are added at once; those of
/// other processes are fetched on request once the last fetch is too old, and only the new ones.
/// </summary>
internal sealed class RegisterIndex(TableServiceClient tables, TimeProvider time) : IDisposable
{
    /// <summary>The maximum age of entries for readers.</summary>
    private static readonly TimeSpan ForReaders = TimeSpan.FromSeconds(2);

    /// <summary>The maximum age of entries for the similarity check, which only produces a warning.</summary>
    private static readonly TimeSpan ForLikeness = TimeSpan.FromMinutes(10);

    /// <summary>No entry in memory is young enough.</summary>
    private static readonly TimeSpan Never = TimeSpan.FromTicks(-1);

    /// <summary>
    /// How long to wait for the entry of a reserved number. Publication is retried for some hours, and repaired the night after.
    /// </summary>
    private static readonly TimeSpan ForReserved = TimeSpan.FromDays(2);

    private readonly TableClient _table = tables.GetTableClient(StorageNames.RegisterTable);
    private readonly SemaphoreSlim _fetching = new(1);
    private readonly Lock _changing = new();
    private readonly SortedDictionary<int, RegisterEntry> _entries = [];
    private readonly SimilarListings _similar = new();

    /// <summary>By number: the entries whose pathways name it, by their own numbers.</summary>
    private readonly Dictionary<int, SortedDictionary<int, RegisterEntry>> _linking = [];

    /// <summary>The entries that were ever changed, with the ETag of the last change seen.</summary>
    private readonly Dictionary<string, ETag> _changes = [];
    private int _fetchedUpTo;
    private DateTimeOffset? _fetchedAt;

    /// <summary>Every entry, by number, without the entries that link to it.</summary>
    public async Task<IReadOnlyList<RegisterEntry>> AllAsync(CancellationToken cancellationToken)
    {
        await FetchAsync(ForReaders, cancellationToken);
        lock (_changing)
        {
            return [.. _entries.Values];
        }
    }

    /// <summary>An entry with the entries that link to it, as this process knows them.</summary>
    public RegisterEntry Linked(RegisterEntry entry)
    {
        lock (_changing)
        {
            return WithLinks(entry);
        }
    }

    /// <summary>The same, including what other processes published a few seconds ago.</summary>
    public async Task<RegisterEntry> LinkedAsync(RegisterEntry entry, CancellationToken cancellationToken)
    {
        await FetchAsync(ForReaders, cancellationToken);
        return Linked(entry);
    }

    /// <summary>The same, including what other processes have published until now. Two storage requests or more.</summary>
    public async Task<RegisterEntry> LinkedNowAsync(RegisterEntry entry, CancellationToken cancellationToken)
    {
        await FetchAsync(Never, cancellationToken);
        return Linked(entry);
    }

    /// <summary>The credits of the entries that count towards a number.</summary>
    public async Task<int> CreditsCountedAsync(int number, CancellationToken cancellationToken)
    {
        await FetchAsync(ForReaders, cancellationToken);
        lock (_changing)
        {
            return Linking(number)
                .Where(entry => PathwaysTo(number, entry).Any(pathway => pathway.Kind == PathwayKind.CountsTowards))
                .Sum(entry => entry.Credits.Value);
        }
    }

    /// <summary>Entries similar to the application, the most similar first.</summary>
    public async Task<IReadOnlyList<SimilarListing>> SimilarAsync(Application application, CancellationToken cancellationToken)
    {
        await FetchAsync(ForLikeness, cancellationToken);
        lock (_changing)
        {
            return _similar.To(application);
        }
    }

    /// <summary>Adds an entry, replacing any with the same number.</summary>
    public void Add(RegisterEntry entry)
    {
        lock (_changing)
        {
            foreach (var number in PathwayContent.NumbersIn(_entries.GetValueOrDefault(entry.Number)?.Pathways))
            {
                _linking[number].Remove(entry.Number);
            }

            foreach (var number in PathwayContent.NumbersIn(entry.Pathways))
            {
                if (!_linking.TryGetValue(number, out var linking))
                {
                    _linking[number] = linking = [];
                }

                linking[entry.Number] = entry;
            }

            _entries[entry.Number] = entry;
            _similar.Add(entry);
        }
    }

    public void Dispose() => _fetching.Dispose();

    private RegisterEntry WithLinks(RegisterEntry entry) =>
        entry with
        {
            LinkedFrom =
            [
                .. Linking(entry.Number)
                    .SelectMany(other =>
                        PathwaysTo(entry.Number, other)
                            .Select(pathway => new PathwayContent(pathway.Kind, other.Number, other.Title))
                            .Distinct()
                    ),
            ],
        };

    /// <summary>The entries that link to a number; one that was listed by mistake says nothing about another.</summary>
    private IEnumerable<RegisterEntry> Linking(int number) =>
        _linking.TryGetValue(number, out var linking) ? linking.Values.Where(entry => entry.Status != RegisterStatus.ListedByMistake) : [];

    private static IEnumerable<PathwayContent> PathwaysTo(int number, RegisterEntry entry) =>
        entry.Pathways.Where(pathway => pathway.RegisterNumber == number);

    private async Task FetchAsync(TimeSpan oldest, CancellationToken cancellationToken)
    {
        if (time.GetUtcNow() - _fetchedAt <= oldest)
        {
            return;
        }

        await _fetching.WaitAsync(cancellationToken);
        try
        {
            if (time.GetUtcNow() - _fetchedAt <= oldest)
            {
                return;
            }

            var now = time.GetUtcNow();
            await FetchChangesAsync(isFirst: _fetchedAt is null, cancellationToken);
            var last = _fetchedUpTo;
            int? waitedFor = null;
            for (var block = (last + 1) / RegisterRows.NumbersInABlock; last >= (block * RegisterRows.NumbersInABlock) - 1; block++)
            {
                var filter =
                    TableClient.CreateQueryFilter($"PartitionKey eq {RegisterRows.Block(block)} and RowKey gt {RegisterRows.Entry(last)}")
                    + TableClient.CreateQueryFilter($" and RowKey lt {RegisterRows.Entries + "~"}");
                await foreach (var row in _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
                {
                    var found = RegisterStore.Of(row);
                    last = found.Number;
                    if (found.Entry is { } entry)
                    {
                        Add(entry);
                    }
                    else if (now - row.Timestamp < ForReserved)
                    {
                        waitedFor ??= found.Number;
                    }
                }
            }

            _fetchedUpTo = (waitedFor - 1) ?? last;
            _fetchedAt = now;
        }
        finally
        {
            _fetching.Release();
        }
    }

    /// <summary>Reads changed entries again. The first time none needs it: entries read from then on are current.</summary>
    private async Task FetchChangesAsync(bool isFirst, CancellationToken cancellationToken)
    {
        await foreach (
            var change in _table.QueryAsync<TableEntity>(
                row => row.PartitionKey == RegisterRows.Changed,
                cancellationToken: cancellationToken
            )
        )
        {
            if (!isFirst && _changes.GetValueOrDefault(change.RowKey) != change.ETag)
            {
                var changed = await _table.GetEntityIfExistsAsync<TableEntity>(
                    RegisterRows.BlockOf(RegisterRows.Number(change.RowKey)),
                    change.RowKey,
                    cancellationToken: cancellationToken
                );
                if (changed.HasValue && RegisterStore.Of(changed.Value!).Entry is { } entry)
                {
                    Add(entry);
                }
            }

            _changes[change.RowKey] = change.ETag;
        }
    }
}
