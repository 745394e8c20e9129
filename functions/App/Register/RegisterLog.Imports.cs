using System.Collections.Concurrent;
using Azure;
using Azure.Data.Tables;
using MicroCred.App.Storage;
using MicroCred.Approval;

namespace MicroCred.App.Register;

/// <content>
/// What was imported: an import is one file and one row, which stands for as many as it has entries. An entry gets a row of its own with its
/// first change.
/// </content>
internal sealed partial class RegisterLog
{
    private const string CountProperty = "Count";
    private const string RequestProperty = "Request";
    private const string FileProperty = "File";
    private const string IsShownProperty = "IsShown";

    /// <summary>The imports that this process has read, by the number of their last rows.</summary>
    private readonly ConcurrentDictionary<long, ReadImport> _imports = [];

    /// <summary>Their entries by number, as places in them.</summary>
    private readonly ConcurrentDictionary<int, (ReadImport Import, int Place)> _imported = [];

    /// <summary>Appends entries of an earlier register, all or none, as long as nobody has appended since.</summary>
    /// <param name="cause">The request that they come from: a repeat isn't appended again.</param>
    /// <param name="entries">The entries, which are in the file already.</param>
    /// <param name="known">The log's size when it was seen that the entries fit it.</param>
    /// <param name="cancellationToken">Cancels what isn't written yet.</param>
    /// <returns>False where somebody has appended since, be it the same import, or this was appended and its response was lost.</returns>
    public async Task<bool> AppendImportAsync(
        ImportCause cause,
        IReadOnlyList<ImportedEntry> entries,
        long known,
        CancellationToken cancellationToken
    )
    {
        await _appending.WaitAsync(cancellationToken);
        try
        {
            var head = _last is { } last && last.Seq == known ? last : await ReadHeadAsync(cancellationToken);
            return head.Seq == known && await TryAppendImportAsync(head, cause, entries, cancellationToken);
        }
        finally
        {
            _appending.Release();
        }
    }

    /// <summary>The import that a request made; null where there is none of its key. One storage request.</summary>
    public async Task<AppendedImport?> FindImportAsync(string key, CancellationToken cancellationToken)
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(
            LogRows.Partition,
            LogRows.Import(key),
            cancellationToken: cancellationToken
        );
        return row.HasValue ? Of(row.Value!) : null;
    }

    /// <summary>The imports whose entries haven't got their files yet, each with its key. One storage request.</summary>
    public async Task<IReadOnlyList<(string Key, AppendedImport Import)>> ImportsToShowAsync(CancellationToken cancellationToken) =>
        await ImportsAsync(" and " + TableClient.CreateQueryFilter($"IsShown eq {false}"), cancellationToken)
            .Select(row => (LogRows.ImportKey(row.RowKey), Of(row)))
            .ToListAsync(cancellationToken);

    /// <summary>The entries of an import as they were then.</summary>
    public async Task<IReadOnlyList<RegisterEntry>> EntriesOfAsync(AppendedImport import, CancellationToken cancellationToken) =>
        [.. (await ReadImportAsync(import.Last, cancellationToken)).Entries.Select(imported => imported.Entry)];

    /// <summary>Notes that an import's entries have their files. One storage request.</summary>
    public Task NoteShownAsync(string key, CancellationToken cancellationToken) =>
        _table.UpdateEntityAsync(
            new TableEntity(LogRows.Partition, LogRows.Import(key)) { [IsShownProperty] = true },
            ETag.All,
            TableUpdateMode.Merge,
            cancellationToken
        );

    private Task<bool> TryAppendImportAsync(
        Head head,
        ImportCause cause,
        IReadOnlyList<ImportedEntry> entries,
        CancellationToken cancellationToken
    )
    {
        var last = head.Seq + entries.Count;
        var row = LoggedChange.Of(last, time.GetUtcNow(), entries[^1]) with { Import = new(head.Seq + 1, cause.File) };
        List<TableTransactionAction> actions =
        [
            .. JsonRows.Of(LogRows.Partition, LogRows.Row(last), row).Select(Add),
            Add(
                new TableEntity(LogRows.Partition, LogRows.Import(cause.Key))
                {
                    [SeqProperty] = last,
                    [CountProperty] = entries.Count,
                    [RequestProperty] = cause.Request,
                    [FileProperty] = cause.File,
                    [IsShownProperty] = false,
                }
            ),
        ];
        return TryWriteAsync(head, last, actions, cancellationToken);
    }

    private async Task<LoggedEntry?> ImportedAsync(int number, CancellationToken cancellationToken)
    {
        if (!_imported.ContainsKey(number))
        {
            await ReadImportsAsync(cancellationToken);
        }

        return _imported.TryGetValue(number, out var imported) ? imported.Import.Entry(imported.Place) : null;
    }

    private async Task<IEnumerable<LoggedEntry>> AllImportedAsync(CancellationToken cancellationToken)
    {
        await ReadImportsAsync(cancellationToken);
        return _imported.Values.Select(imported => imported.Import.Entry(imported.Place));
    }

    /// <summary>A row that an import's stands for, if this process has read it; null otherwise.</summary>
    private LoggedChange? ReadRow(long seq) => _imports.Values.FirstOrDefault(import => import.Has(seq))?.Row(seq);

    /// <summary>A row that an import's stands for; null where there is none of that number.</summary>
    private async Task<LoggedChange?> ImportedRowAsync(long seq, CancellationToken cancellationToken)
    {
        var next = await StoredAsync(seq, through: null, cancellationToken, pageSize: FewRows).FirstOrDefaultAsync(cancellationToken);
        return next?.Import is not null && next.Import.First <= seq ? (await ReadImportAsync(next, cancellationToken)).Row(seq) : null;
    }

    /// <summary>The rows after a number that an import's row stands for.</summary>
    private async Task<IEnumerable<LoggedChange>> ImportedRowsAsync(LoggedChange row, long after, CancellationToken cancellationToken) =>
        (await ReadImportAsync(row, cancellationToken)).RowsAfter(after);

    /// <summary>The import whose last row has a number. Two storage requests, and none where this process has read it before.</summary>
    private async Task<ReadImport> ReadImportAsync(long last, CancellationToken cancellationToken) =>
        _imports.TryGetValue(last, out var known) ? known
        : await JsonRows.FindAsync<LoggedChange>(_table, LogRows.Partition, LogRows.Row(last), cancellationToken)
            is { Value: { Import: not null } row }
            ? await ReadImportAsync(row, cancellationToken)
        : throw new InvalidDataException($"Row {last} of the register's log is no import's.");

    /// <summary>The import whose row it is. One storage request, and none where this process has read it before.</summary>
    /// <exception cref="InvalidDataException">The file hasn't what the row says.</exception>
    private async Task<ReadImport> ReadImportAsync(LoggedChange row, CancellationToken cancellationToken)
    {
        if (_imports.TryGetValue(row.Seq, out var known))
        {
            return known;
        }

        var first = row.Import!.First;
        var entries = await imports.ReadAsync(row.Import.File, cancellationToken);
        ReadImport read = new(
            first,
            row.At,
            [.. entries.Select((imported, place) => imported with { Entry = Known.Of(imported.Entry, first + place) })]
        );
        if (read.Last != row.Seq)
        {
            throw new InvalidDataException($"{row.Import.File} hasn't the entries that row {row.Seq} of the register's log says.");
        }

        // Known as read once all of it is there: who looks for an entry meanwhile reads it, too.
        foreach (var (place, imported) in read.Entries.Index())
        {
            _imported.TryAdd(imported.Entry.Number, (read, place));
        }

        return _imports.GetOrAdd(row.Seq, read);
    }

    /// <summary>Reads those imports that this process hasn't read. One storage request, and two for each.</summary>
    private async Task ReadImportsAsync(CancellationToken cancellationToken)
    {
        await foreach (var import in ImportsAsync("", cancellationToken))
        {
            await ReadImportAsync(Of(import).Last, cancellationToken);
        }
    }

    private AsyncPageable<TableEntity> ImportsAsync(string condition, CancellationToken cancellationToken) =>
        _table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter(
                $"PartitionKey eq {LogRows.Partition} and RowKey ge {LogRows.FirstImport} and RowKey lt {LogRows.PastImports}"
            ) + condition,
            cancellationToken: cancellationToken
        );

    private static AppendedImport Of(TableEntity row) =>
        new(
            row.GetInt64(SeqProperty)!.Value,
            row.GetInt32(CountProperty)!.Value,
            row.GetString(RequestProperty),
            row.GetString(FileProperty)
        );

    /// <summary>An import in memory.</summary>
    private sealed record ReadImport(long First, DateTimeOffset At, IReadOnlyList<ImportedEntry> Entries)
    {
        public long Last => First + Entries.Count - 1;

        public bool Has(long seq) => First <= seq && seq <= Last;

        public LoggedChange Row(long seq) => LoggedChange.Of(seq, At, Entries[(int)(seq - First)]);

        public IEnumerable<LoggedChange> RowsAfter(long seq)
        {
            for (var next = Math.Max(First, seq + 1); next <= Last; next++)
            {
                yield return Row(next);
            }
        }

        public LoggedEntry Entry(int place) =>
            new(new ListedEntry([EntryPart.OfImported(Entries[place].Entry)]), First + place, [First + place]);
    }
}
