using System.Globalization;
using Azure.Data.Tables;
using MicroCred.App.Storage;
using MicroCred.Approval;

namespace MicroCred.App.Publication;

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

    private readonly TableClient _table = tables.GetTableClient(Names.RegisterTable);
    private readonly SemaphoreSlim _fetching = new(1);
    private readonly Lock _changing = new();
    private readonly SortedDictionary<int, RegisterEntry> _entries = [];
    private readonly SimilarListings _similar = new();
    private int _fetchedUpTo;
    private DateTimeOffset? _fetchedAt;

    /// <summary>Every entry, by number.</summary>
    public async Task<IReadOnlyList<RegisterEntry>> All(CancellationToken cancel)
    {
        await Fetch(ForReaders, cancel);
        lock (_changing)
        {
            return [.. _entries.Values];
        }
    }

    /// <summary>Entries that the application is close to, closest first.</summary>
    public async Task<IReadOnlyList<SimilarListing>> Similar(Application application, CancellationToken cancel)
    {
        await Fetch(ForLikeness, cancel);
        lock (_changing)
        {
            return _similar.To(application);
        }
    }

    public void Add(RegisterEntry entry)
    {
        lock (_changing)
        {
            if (_entries.TryAdd(entry.Number, entry))
            {
                _similar.Add(entry);
            }
        }
    }

    public void Dispose() => _fetching.Dispose();

    private async Task Fetch(TimeSpan oldest, CancellationToken cancel)
    {
        if (time.GetUtcNow() - _fetchedAt <= oldest)
        {
            return;
        }

        await _fetching.WaitAsync(cancel);
        try
        {
            if (time.GetUtcNow() - _fetchedAt <= oldest)
            {
                return;
            }

            DateTimeOffset now = time.GetUtcNow();
            for (int block = (_fetchedUpTo + 1) / RegisterRows.NumbersInABlock; ; block++)
            {
                await FetchBlock(block, cancel);
                if (_fetchedUpTo < ((block + 1) * RegisterRows.NumbersInABlock) - 1)
                {
                    break;
                }
            }

            _fetchedAt = now;
        }
        finally
        {
            _fetching.Release();
        }
    }

    private async Task FetchBlock(int block, CancellationToken cancel)
    {
        string filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {RegisterRows.Block(block)} and RowKey gt {RegisterRows.Entry(_fetchedUpTo)} and RowKey lt {RegisterRows.Entries + "~"}");
        await foreach (TableEntity row in _table.QueryAsync<TableEntity>(filter, cancellationToken: cancel))
        {
            Add(row.Json<RegisterEntry>());
            _fetchedUpTo = int.Parse(row.RowKey.AsSpan(RegisterRows.Entries.Length), NumberStyles.None, CultureInfo.InvariantCulture);
        }
    }
}
