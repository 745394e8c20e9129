using MicroCred.Approval;

namespace MicroCred.App.Register;

/// <summary>
/// The register's entries in memory, for lists, search and statistics. What this process appends to the log is added at once; what
/// other processes append is fetched on request once the last fetch is too old, and only what is new.
/// </summary>
/// <param name="log">The log.</param>
/// <param name="indexed">What a process that starts reads first; null to read the log alone.</param>
/// <param name="time">The clock.</param>
internal sealed class RegisterIndex(RegisterLog log, IndexedRegister? indexed, TimeProvider time) : IDisposable
{
    /// <summary>The maximum age of entries for readers.</summary>
    private static readonly TimeSpan ForReaders = TimeSpan.FromSeconds(2);

    /// <summary>The maximum age of entries for the similarity check, which only produces a warning.</summary>
    private static readonly TimeSpan ForLikeness = TimeSpan.FromMinutes(10);

    /// <summary>No entry in memory is young enough.</summary>
    private static readonly TimeSpan Never = TimeSpan.FromTicks(-1);

    private readonly SemaphoreSlim _fetching = new(1);
    private readonly Lock _changing = new();
    private readonly SortedDictionary<int, RegisterEntry> _entries = [];

    /// <summary>By number: the entries whose pathways name it, by their own numbers.</summary>
    private readonly Dictionary<int, SortedDictionary<int, RegisterEntry>> _linking = [];

    /// <summary>By number: the log's row that an entry is from.</summary>
    private readonly Dictionary<int, long> _rows = [];
    private long _fetchedUpTo;
    private DateTimeOffset? _fetchedAt;

    /// <summary>The last of the log's rows that an entry is from.</summary>
    private long _last;

    /// <summary>The entries as they were last asked for; null once any has changed.</summary>
    private RegisterAsOf? _asOf;

    /// <summary>
    /// The register as this process knows it: the same until an entry changes, so that whatever is made of it can be kept until then. Rows
    /// of other processes may be missing before the last.
    /// </summary>
    public Task<RegisterAsOf> ReadAsync(CancellationToken cancellationToken) => ReadAsync(ForReaders, cancellationToken);

    /// <summary>Every entry, by number, without the entries that link to it: the same list until an entry changes.</summary>
    public async Task<IReadOnlyList<RegisterEntry>> AllAsync(CancellationToken cancellationToken) =>
        (await ReadAsync(cancellationToken)).Entries;

    /// <summary>The same, perhaps some minutes old: for what only produces a warning.</summary>
    public async Task<IReadOnlyList<RegisterEntry>> AllForLikenessAsync(CancellationToken cancellationToken) =>
        (await ReadAsync(ForLikeness, cancellationToken)).Entries;

    /// <summary>The register until now, without a row missing. A storage request or more.</summary>
    public async Task<RegisterAsOf> NowAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            await FetchAsync(Never, cancellationToken);
            lock (_changing)
            {
                // What this process appended meanwhile may follow rows of others that aren't read yet.
                if (_last <= _fetchedUpTo)
                {
                    return AsOf() with { Seq = _fetchedUpTo };
                }
            }
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

    /// <summary>The credits of the entries that count towards a number, but for one of them where it is about to change.</summary>
    public async Task<int> CreditsCountedAsync(int number, int? except, CancellationToken cancellationToken)
    {
        await FetchAsync(ForReaders, cancellationToken);
        lock (_changing)
        {
            return Linking(number)
                .Where(entry =>
                    entry.Number != except && PathwaysTo(number, entry).Any(pathway => pathway.Kind == PathwayKind.CountsTowards)
                )
                .Sum(entry => entry.Credits.Value);
        }
    }

    /// <summary>Adds an entry as a row of the log has it, unless a later one is there already.</summary>
    public void Add(RegisterEntry entry, long row)
    {
        lock (_changing)
        {
            if (_rows.GetValueOrDefault(entry.Number) >= row)
            {
                return;
            }

            entry = log.Known.Of(entry, row);
            _rows[entry.Number] = row;
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
            _last = Math.Max(_last, row);
            _asOf = null;
        }
    }

    public void Dispose() => _fetching.Dispose();

    private async Task<RegisterAsOf> ReadAsync(TimeSpan oldest, CancellationToken cancellationToken)
    {
        await FetchAsync(oldest, cancellationToken);
        lock (_changing)
        {
            return AsOf();
        }
    }

    private RegisterAsOf AsOf() => _asOf ??= new(_last, [.. _entries.Values], [.. _entries.Keys.Select(number => _rows[number])]);

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
            if (_fetchedAt is null)
            {
                await StartAsync(cancellationToken);
            }

            await foreach (var change in log.ReadAsync(_fetchedUpTo, cancellationToken))
            {
                Add(change.Entry, change.Seq);
                Volatile.Write(ref _fetchedUpTo, change.Seq);
            }

            _fetchedAt = now;
        }
        finally
        {
            _fetching.Release();
        }
    }

    private async Task StartAsync(CancellationToken cancellationToken)
    {
        // The size first: what is appended while the entries are read is read again.
        var size = await log.SizeAsync(cancellationToken);
        if (indexed is not null && await indexed.ReadAsync(cancellationToken) is { } file && file.Seq <= size)
        {
            foreach (var (row, entry) in file.Entries)
            {
                Add(entry, row);
            }

            _fetchedUpTo = file.Seq;
            return;
        }

        await foreach (var entry in log.EntriesAsync(cancellationToken))
        {
            Add(entry.Listed.Entry, entry.Seq);
        }

        _fetchedUpTo = size;
    }
}
