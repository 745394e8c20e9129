using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using MicroCred.App.Storage;
using MicroCred.Approval;

namespace MicroCred.App.Register;

/// <summary>
/// Every change of the register, in one order. A change, its cause, the entry after it and the log's head are written in one transaction: a
/// change isn't there twice, and none is half there. Files, lists, statistics and proofs follow from it.
/// </summary>
internal sealed partial class RegisterLog(TableServiceClient tables, ImportFiles imports, TimeProvider time) : IDisposable
{
    private const string SeqProperty = "Seq";

    /// <summary>In milliseconds, before it is tried again after another process's append.</summary>
    private const int LongestPause = 50;

    private const int MostTries = 200;

    /// <summary>For who wants the next row alone, which may be stored as several.</summary>
    private const int FewRows = 10;

    private readonly TableClient _table = tables.GetTableClient(StorageNames.RegisterTable);
    private readonly SemaphoreSlim _appending = new(1);

    /// <summary>The head after this process's last append. If another process has appended since, the next append is refused.</summary>
    private Head? _last;

    /// <summary>What has been read of it, for those who keep entries.</summary>
    public KnownEntries Known { get; } = new();

    /// <summary>
    /// Appends what is new of an entry, each part as a change of its own. One storage request for a new entry; one more for one that may be
    /// there, and two where another process appended since this one did.
    /// </summary>
    /// <param name="number">The entry's number.</param>
    /// <param name="isNew">Whether it is thought to be new, so that it isn't read first.</param>
    /// <param name="news">Says what is new, from the entry as it is: parts of one application, the first change first.</param>
    /// <param name="cancellationToken">Cancels what isn't written yet.</param>
    /// <returns>The entry before and after; the same where nothing is new. Null before for a new one.</returns>
    /// <exception cref="InvalidDataException">The log's rows contradict each other, or lack what is to be changed.</exception>
    public async Task<(LoggedEntry? Before, LoggedEntry? After)> AppendAsync(
        int number,
        bool isNew,
        Func<LoggedEntry?, Task<IReadOnlyList<EntryPart>>> news,
        CancellationToken cancellationToken
    )
    {
        // One at a time within a process: concurrent appends would only conflict.
        await _appending.WaitAsync(cancellationToken);
        try
        {
            for (var attempt = 1; attempt <= MostTries; attempt++)
            {
                // The head first: whatever is appended after it is known refuses what was read before.
                var head = _last ?? await ReadHeadAsync(cancellationToken);
                var before = isNew && attempt == 1 ? null : await FindAsync(number, cancellationToken);
                var parts = await news(before);
                if (before is null && parts is [var first, ..] && first.Type.ConcernsEntry())
                {
                    throw new InvalidDataException($"Number {number} isn't in the log, so it can't be changed or delivered.");
                }

                if (parts.Count == 0)
                {
                    return (before, before);
                }

                if (await TryAppendAsync(head, number, before, parts, cancellationToken) is { } after)
                {
                    return (before, after);
                }

                await Task.Delay(Random.Shared.Next(LongestPause), cancellationToken);
            }

            throw new InvalidDataException($"The log takes no change of number {number}: its rows don't belong together.");
        }
        finally
        {
            _appending.Release();
        }
    }

    /// <summary>
    /// An entry as it is now; null where there is none of that number. One storage request as a rule; one more for one that was imported
    /// and hasn't changed since, or isn't there.
    /// </summary>
    public async Task<LoggedEntry?> FindAsync(int number, CancellationToken cancellationToken) =>
        (await JsonRows.FindAsync<LoggedEntry>(_table, LogRows.Partition, LogRows.Entry(number), cancellationToken))?.Value
        ?? await ImportedAsync(number, cancellationToken);

    /// <summary>The number of the last row; 0 where there is none. One storage request.</summary>
    public async Task<long> SizeAsync(CancellationToken cancellationToken) => (await ReadHeadAsync(cancellationToken)).Seq;

    /// <summary>A row; null where there is none. One storage request as a rule.</summary>
    public async Task<LoggedChange?> RowAsync(long seq, CancellationToken cancellationToken) =>
        ReadRow(seq)
        ?? (await JsonRows.FindAsync<LoggedChange>(_table, LogRows.Partition, LogRows.Row(seq), cancellationToken))?.Value
        ?? await ImportedRowAsync(seq, cancellationToken);

    /// <summary>The rows after a number, in order. One storage request for each thousand, and one for each import.</summary>
    public IAsyncEnumerable<LoggedChange> ReadAsync(long after, CancellationToken cancellationToken) =>
        ReadAsync(after, through: null, cancellationToken);

    /// <summary>The same, up to another number.</summary>
    public async IAsyncEnumerable<LoggedChange> ReadAsync(
        long after,
        long? through,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var last = after;
        await foreach (var row in StoredAsync(after, through, cancellationToken))
        {
            foreach (var change in row.Import is null ? [row] : await ImportedRowsAsync(row, after, cancellationToken))
            {
                yield return change;
                last = change.Seq;
            }
        }

        // An import whose last row is past the number has its others before it.
        if (
            last < through
            && await StoredAsync(through.Value, through: null, cancellationToken, pageSize: FewRows).FirstOrDefaultAsync(cancellationToken)
                is { Import: not null } next
        )
        {
            foreach (var change in (await ImportedRowsAsync(next, last, cancellationToken)).TakeWhile(change => change.Seq <= through))
            {
                yield return change;
            }
        }
    }

    /// <summary>
    /// Every entry as it is now: by number those that changed since they were imported, or weren't, and then those that were imported. One
    /// storage request for each thousand, and one for each import.
    /// </summary>
    public async IAsyncEnumerable<LoggedEntry> EntriesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        HashSet<int> numbers = [];
        await foreach (
            var entry in JsonRows.InAsync<LoggedEntry>(
                _table.QueryAsync<TableEntity>(
                    TableClient.CreateQueryFilter(
                        $"PartitionKey eq {LogRows.Partition} and RowKey ge {LogRows.FirstEntry} and RowKey lt {LogRows.PastEntries}"
                    ),
                    cancellationToken: cancellationToken
                ),
                cancellationToken
            )
        )
        {
            numbers.Add(entry.Listed.Parts[0].Says.Number);
            yield return entry;
        }

        foreach (var imported in await AllImportedAsync(cancellationToken))
        {
            if (!numbers.Contains(imported.Listed.Parts[0].Says.Number))
            {
                yield return imported;
            }
        }
    }

    public void Dispose() => _appending.Dispose();

    /// <summary>The rows after a number, and up to another where one is given, as they are stored: one for each import.</summary>
    private IAsyncEnumerable<LoggedChange> StoredAsync(
        long after,
        long? through,
        CancellationToken cancellationToken,
        int? pageSize = null
    ) =>
        JsonRows.InAsync<LoggedChange>(
            _table.QueryAsync<TableEntity>(
                TableClient.CreateQueryFilter($"PartitionKey eq {LogRows.Partition} and RowKey ge {LogRows.Row(after + 1)}")
                    + TableClient.CreateQueryFilter($" and RowKey lt {(through is { } last ? LogRows.Row(last + 1) : LogRows.PastRows)}"),
                pageSize,
                cancellationToken: cancellationToken
            ),
            cancellationToken
        );

    /// <returns>Null where another process appended meanwhile, or this was appended and its response was lost.</returns>
    private async Task<LoggedEntry?> TryAppendAsync(
        Head head,
        int number,
        LoggedEntry? before,
        IReadOnlyList<EntryPart> parts,
        CancellationToken cancellationToken
    )
    {
        var now = time.GetUtcNow();
        var after = before;
        var seq = head.Seq;
        List<TableTransactionAction> actions = [];
        foreach (var part in parts)
        {
            var known = after?.Listed.PartOf(part.Application);
            var cause = LogRows.Cause(part, wrong: known?.Changes == part.Changes ? after!.Seq : null);
            var listed = after?.Listed.With(part) ?? new ListedEntry([part]);
            var change = LoggedChange.Of(++seq, now, known, part, listed.Entry);
            after = LoggedEntry.Of(after, listed, change);
            actions.AddRange(JsonRows.Of(LogRows.Partition, LogRows.Row(change.Seq), change).Select(Add));
            actions.Add(Add(new TableEntity(LogRows.Partition, cause) { [SeqProperty] = change.Seq }));
        }

        var entry = JsonRows.Of(LogRows.Partition, LogRows.Entry(number), after!);
        actions.AddRange(
            entry.Select(
                (row, place) =>
                    before is null && place == 0 ? Add(row) : new TableTransactionAction(TableTransactionActionType.UpsertReplace, row)
            )
        );
        return await TryWriteAsync(head, after!.Seq, actions, cancellationToken) ? after : null;
    }

    /// <summary>Writes rows, and the head that they lead to.</summary>
    /// <returns>False where another process appended meanwhile, or this was appended and its response was lost.</returns>
    private async Task<bool> TryWriteAsync(
        Head head,
        long seq,
        IEnumerable<TableTransactionAction> rows,
        CancellationToken cancellationToken
    )
    {
        TableEntity next = new(LogRows.Partition, LogRows.Head) { [SeqProperty] = seq };
        var moved = head.ETag is { } tag ? new TableTransactionAction(TableTransactionActionType.UpdateReplace, next, tag) : Add(next);
        try
        {
            var written = await _table.SubmitTransactionAsync([moved, .. rows], cancellationToken);
            _last = new(seq, written.Value[0].Headers.ETag);
            return true;
        }
        catch (TableTransactionFailedException failure) when (failure.Status is 404 or 409 or 412)
        {
            _last = null;
            return false;
        }
    }

    private async Task<Head> ReadHeadAsync(CancellationToken cancellationToken)
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(LogRows.Partition, LogRows.Head, cancellationToken: cancellationToken);
        return row.HasValue ? new Head(row.Value!.GetInt64(SeqProperty)!.Value, row.Value.ETag) : new Head(0, null);
    }

    private static TableTransactionAction Add(TableEntity row) => new(TableTransactionActionType.Add, row);

    private sealed record Head(long Seq, ETag? ETag);
}
