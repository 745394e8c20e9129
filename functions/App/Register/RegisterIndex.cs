using Azure;
using Azure.Data.Tables;
using MicroCred.App.Storage;
using MicroCred.Approval;

namespace MicroCred.App.Register;

/// <summary>
/// The register's entries in memory, for lists, statistics and likeness. What this process publishes is in it at once; what others publish
/// is fetched when somebody asks and the last look is too long ago, only what is new.
/// </summary>
internal sealed class RegisterIndex(TableServiceClient tables, TimeProvider time) : IDisposable
{
    /// <summary>How old what a reader sees may be.</summary>
    private static readonly TimeSpan ForReaders = TimeSpan.FromSeconds(2);

    /// <summary>How old the entries may be that an application is held against; a warning to a person hangs on it, no more.</summary>
    private static readonly TimeSpan ForLikeness = TimeSpan.FromMinutes(10);

    /// <summary>
    /// How long a number that is reserved is waited for. What is published goes on being tried for some hours, and is mended in the
    /// night after.
    /// </summary>
    private static readonly TimeSpan ForReserved = TimeSpan.FromDays(2);

    private readonly TableClient _table = tables.GetTableClient(StorageNames.RegisterTable);
    private readonly SemaphoreSlim _fetching = new(1);
    private readonly Lock _changing = new();
    private readonly SortedDictionary<int, RegisterEntry> _entries = [];
    private readonly SimilarListings _similar = new();

    /// <summary>The entries that were ever changed, with the tag of the change that was seen last.</summary>
    private readonly Dictionary<string, ETag> _changes = [];
    private int _fetchedUpTo;
    private DateTimeOffset? _fetchedAt;

    /// <summary>Every entry, by number.</summary>
    public async Task<IReadOnlyList<RegisterEntry>> AllAsync(CancellationToken cancellationToken)
    {
        await FetchAsync(ForReaders, cancellationToken);
        lock (_changing)
        {
            return [.. _entries.Values];
        }
    }

    /// <summary>Entries that the application is close to, closest first.</summary>
    public async Task<IReadOnlyList<SimilarListing>> SimilarAsync(Application application, CancellationToken cancellationToken)
    {
        await FetchAsync(ForLikeness, cancellationToken);
        lock (_changing)
        {
            return _similar.To(application);
        }
    }

    /// <summary>Takes an entry in, in place of the one that had its number.</summary>
    public void Add(RegisterEntry entry)
    {
        lock (_changing)
        {
            _entries[entry.Number] = entry;
            _similar.Add(entry);
        }
    }

    public void Dispose() => _fetching.Dispose();

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
                var filter = TableClient.CreateQueryFilter(
                    $"PartitionKey eq {RegisterRows.Block(block)} and RowKey gt {RegisterRows.Entry(last)} and RowKey lt {RegisterRows.Entries + "~"}"
                );
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

    /// <summary>Reads entries again that were changed since. At first there are none: what is read after this is as they are now.</summary>
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
