using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using MicroCred.App.Notices;
using MicroCred.Approval;

namespace MicroCred.App.Storage;

/// <summary>
/// The applications, the source of truth, each in a partition of its own: its state in one row, loaded by one point read (a very long one
/// in several), and beside it the audit events, the notices, and answers kept for repeated requests.
/// </summary>
internal sealed class ApplicationStore(TableServiceClient tables) : IApplications
{
    private const string Trace = "Trace";
    private const string LastHash = "LastHash";
    private const string KindOfLetter = "Kind";
    private const string LetterAt = "At";
    private const string LetterHash = "Sha256";

    private readonly TableClient _table = tables.GetTableClient(StorageNames.ApplicationsTable);
    private readonly TableClient _answers = tables.GetTableClient(StorageNames.WorklistsTable);

    /// <summary>Reads an application; null where there is none. One storage request.</summary>
    public async Task<StoredApplication?> FindAsync(ApplicationId id, CancellationToken cancellationToken)
    {
        return await ReadAsync(id, cancellationToken) is (var application, var text, var row)
            ? new StoredApplication(
                application,
                row.ETag,
                LastHashOf(row, text),
                AuditChain.HashOf(text),
                JsonRows.RowsOf(row),
                row.GetString(Trace)
            )
            : null;
    }

    /// <summary>
    /// Reads an application and all its events, with their JSON exactly as stored; null where there is none. Two storage requests, and one
    /// more where the two don't match: the application may have changed in between, so it is read again.
    /// </summary>
    /// <exception cref="JsonException">A row's JSON is invalid.</exception>
    /// <exception cref="InvalidDataException">A row is missing or inconsistent.</exception>
    public async Task<WholeApplication?> FindWholeAsync(ApplicationId id, CancellationToken cancellationToken)
    {
        while (await ReadAsync(id, cancellationToken) is (var application, var text, var row))
        {
            if (application.Id != id)
            {
                throw new InvalidDataException($"The row of application {id} holds application {application.Id}.");
            }

            WholeApplication whole = new(application, text, LastHashOf(row, text), await EventsAsync(id, Kept, cancellationToken));
            if (whole.Events.Count == application.EventCount || (await ReadAsync(id, cancellationToken))?.First.ETag == row.ETag)
            {
                return whole;
            }
        }

        return null;

        static WholeApplication.KeptEvent Kept(TableEntity row) => new(ChunkedJson.Text(row), row.Json<AuditEvent>());
    }

    /// <inheritdoc/>
    /// <remarks>One storage request, and one where an answer is kept.</remarks>
    public async Task<StoredApplication> SaveAsync(
        StoredApplication? before,
        Change change,
        IReadOnlyList<Notice> notices,
        KeptAnswer? answer,
        string? trace,
        CancellationToken cancellationToken,
        KeptLetter? letter = null
    )
    {
        var application = change.Application;
        var partition = application.Id.ToString();
        await NoteAsync(application.Id, answer, cancellationToken);
        var text = ChunkedJson.TextOf(application);
        var hash = AuditChain.HashOf(text);
        var earlier = before?.LastHash ?? AuditChain.Origin;
        var events = AuditChain.Seal(change.Events, earlier, before?.State, hash);
        var last = events is [.., var latest] ? latest.Hash : earlier;
        var rows = JsonRows.OfText(partition, ApplicationRows.Application, text);
        var state = rows[0];
        state[LastHash] = last;
        var origin = before?.Trace ?? (application.Stage is Stage.Drafting ? null : trace);
        if (origin is not null)
        {
            state[Trace] = origin;
        }

        List<TableTransactionAction> actions =
        [
            before is null ? new(TableTransactionActionType.Add, state) : new(TableTransactionActionType.UpdateReplace, state, before.ETag),
            .. rows.Skip(1).Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row)),
            .. Enumerable
                .Range(rows.Count, Math.Max(0, (before?.Rows ?? 0) - rows.Count))
                .Select(number => new TableTransactionAction(
                    TableTransactionActionType.Delete,
                    new TableEntity(partition, JsonRows.Key(ApplicationRows.Application, number)),
                    ETag.All
                )),
            .. events.Select(e => Add(new TableEntity(partition, ApplicationRows.Event(e.Number)).WithJson(e))),
        ];
        if (notices.Count > 0)
        {
            actions.AddRange(JsonRows.Of(partition, ApplicationRows.Notices(application.Revision), notices).Select(Add));
        }

        if (letter is not null)
        {
            var rowsOfLetter = JsonRows.Of(partition, ApplicationRows.Letter(application.Revision), letter.Html);
            rowsOfLetter[0][KindOfLetter] = letter.Kind.ToString();
            rowsOfLetter[0][LetterAt] = letter.At;
            rowsOfLetter[0][LetterHash] = letter.Sha256;
            actions.AddRange(rowsOfLetter.Select(Add));
        }

        if (application.Versions is [.., var version] && version.Number > (before?.Application.Versions.Count ?? 0))
        {
            actions.AddRange(JsonRows.Of(partition, ApplicationRows.Version(version.Number), VersionContent.Of(application)).Select(Add));
        }

        if (EntryPart.Of(application) is { } part && part.Changes > (before?.Application.Registration?.Changes ?? -1))
        {
            actions.AddRange(JsonRows.Of(partition, ApplicationRows.EntryPart(part.Changes), part).Select(Add));
        }

        if (answer is not null)
        {
            // Under a submission's key there may already be the answer to an earlier submission; under the key that an application was
            // begun with, a note that it was deleted.
            actions.AddRange(
                JsonRows
                    .Of(partition, ApplicationRows.Answer(answer.KeyHash), answer)
                    .Select(row => new TableTransactionAction(
                        before is null ? TableTransactionActionType.Add : TableTransactionActionType.UpsertReplace,
                        row
                    ))
            );
        }

        try
        {
            var written = await _table.SubmitTransactionAsync(actions, cancellationToken);
            return new StoredApplication(application, written.Value[0].Headers.ETag ?? default, last, hash, rows.Count, origin);
        }
        catch (TableTransactionFailedException failure) when (failure.Status is 404 or 409 or 412)
        {
            // If the response to the first try was lost, the client's own retry finds what that try wrote.
            var now = await _table.GetEntityIfExistsAsync<TableEntity>(
                partition,
                ApplicationRows.Application,
                cancellationToken: cancellationToken
            );
            return now.HasValue && JsonRows.AreOfOneWrite(now.Value!, state)
                ? new StoredApplication(application, now.Value!.ETag, last, hash, rows.Count, origin)
                : throw new ConcurrentChangeException($"Application {application.Id}", failure);
        }
    }

    /// <inheritdoc/>
    public async Task RemoveAsync(StoredApplication draft, KeptAnswer? answer, CancellationToken cancellationToken)
    {
        var partition = draft.Application.Id.ToString();
        await NoteAsync(draft.Application.Id, answer, cancellationToken);
        List<TableTransactionAction> actions =
        [
            new(TableTransactionActionType.Delete, new TableEntity(partition, ApplicationRows.Application), draft.ETag),
        ];
        if (answer is not null)
        {
            actions.AddRange(
                JsonRows
                    .Of(partition, ApplicationRows.Answer(answer.KeyHash), answer)
                    .Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row))
            );
        }

        await foreach (
            var row in _table.QueryAsync<TableEntity>(
                row => row.PartitionKey == partition,
                select: [nameof(TableEntity.RowKey)],
                cancellationToken: cancellationToken
            )
        )
        {
            if (ApplicationRows.KeyOf(row.RowKey) is { } key && ApplicationRows.IsBegunUnder(key, draft.Application.Id))
            {
                // In the first hundred, so that it is atomic with the removal itself.
                actions.Insert(
                    1,
                    new(TableTransactionActionType.UpsertReplace, JsonRows.Of(partition, row.RowKey, KeptAnswer.OfDeleted(key))[0])
                );
            }
            else if (row.RowKey != ApplicationRows.Application)
            {
                actions.Add(new(TableTransactionActionType.Delete, new TableEntity(partition, row.RowKey), ETag.All));
            }
        }

        // A transaction takes a hundred rows; a draft's further rows are removed after its state.
        try
        {
            foreach (var part in actions.Chunk(100))
            {
                await _table.SubmitTransactionAsync(part, cancellationToken);
            }
        }
        catch (TableTransactionFailedException failure) when (failure.Status is 404 or 412)
        {
            throw new ConcurrentChangeException($"Application {draft.Application.Id}", failure);
        }
    }

    /// <summary>The audit events, first to last.</summary>
    public Task<IReadOnlyList<AuditEvent>> EventsAsync(ApplicationId id, CancellationToken cancellationToken) =>
        EventsAsync(id, row => row.Json<AuditEvent>(), cancellationToken);

    private async Task<IReadOnlyList<T>> EventsAsync<T>(ApplicationId id, Func<TableEntity, T> read, CancellationToken cancellationToken)
    {
        var partition = id.ToString();
        List<T> events = [];
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {partition} and RowKey ge {ApplicationRows.FirstEvent} and RowKey lt {ApplicationRows.PastEvents}"
        );
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            events.Add(read(row));
        }

        return events;
    }

    /// <summary>A page of the audit events, first to last. One storage request as a rule.</summary>
    /// <param name="id">The application's id.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="after">The cursor from the page before; null for the first page.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <exception cref="FormatException">It isn't a cursor of such a list.</exception>
    public async Task<ListPage<AuditEvent>> EventsAsync(ApplicationId id, int limit, string? after, CancellationToken cancellationToken)
    {
        (_, var place) = Cursor.Read(after, ranges: 1);
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {id.ToString()} and RowKey gt {ApplicationRows.FirstEvent + place} and RowKey lt {ApplicationRows.PastEvents}"
        );
        List<AuditEvent> events = [];
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, maxPerPage: limit + 1, cancellationToken: cancellationToken))
        {
            if (events.Count == limit)
            {
                return new ListPage<AuditEvent>(
                    events,
                    Cursor.Write(0, ApplicationRows.Event(events[^1].Number)[ApplicationRows.FirstEvent.Length..])
                );
            }

            events.Add(row.Json<AuditEvent>());
        }

        return new ListPage<AuditEvent>(events, null);
    }

    /// <summary>The notices about the changes after a revision.</summary>
    public async Task<IReadOnlyList<Notice>> NoticesSinceAsync(ApplicationId id, int revision, CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {id.ToString()} and RowKey ge {ApplicationRows.Notices(revision + 1)} and RowKey lt {ApplicationRows.PastNotices}"
        );
        var rows = await _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken).ToListAsync(cancellationToken);
        return [.. JsonRows.In<IReadOnlyList<Notice>>(rows).SelectMany(notices => notices)];
    }

    /// <summary>The letters kept for an application's provider, first to last, without their pages. One storage request.</summary>
    public async Task<IReadOnlyList<KeptLetterLine>> LettersAsync(ApplicationId id, CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {id.ToString()} and RowKey gt {ApplicationRows.FirstLetter} and RowKey lt {ApplicationRows.PastLetters}"
        );
        List<KeptLetterLine> letters = [];
        await foreach (
            var row in _table.QueryAsync<TableEntity>(
                filter,
                select: [nameof(TableEntity.RowKey), KindOfLetter, LetterAt, LetterHash],
                cancellationToken: cancellationToken
            )
        )
        {
            // A long letter's further rows have its text alone.
            if (row.GetString(KindOfLetter) is { } kind)
            {
                letters.Add(
                    new(
                        letters.Count + 1,
                        Enum.Parse<LetterKind>(kind),
                        row.GetDateTimeOffset(LetterAt)!.Value,
                        row.GetString(LetterHash),
                        row.RowKey
                    )
                );
            }
        }

        return letters;
    }

    /// <summary>A letter's page; null where there is none of that number. Two storage requests, and one for each further row.</summary>
    public async Task<string?> LetterAsync(ApplicationId id, int number, CancellationToken cancellationToken) =>
        (await LettersAsync(id, cancellationToken)).FirstOrDefault(letter => letter.Number == number) is { } letter
            ? (await JsonRows.FindAsync<string>(_table, id.ToString(), letter.Key, cancellationToken))?.Value
            : null;

    /// <summary>What an application held in one of its versions. One storage request as a rule.</summary>
    /// <exception cref="InvalidDataException">The version isn't stored.</exception>
    public async Task<VersionContent> VersionAsync(ApplicationId id, int number, CancellationToken cancellationToken) =>
        (await JsonRows.FindAsync<VersionContent>(_table, id.ToString(), ApplicationRows.Version(number), cancellationToken))?.Value
        ?? throw new InvalidDataException($"Version {number} of application {id} isn't stored.");

    /// <summary>What a published application said of its register entry at each of its changes. One storage request as a rule.</summary>
    /// <param name="id">The application's id.</param>
    /// <param name="from">The first change.</param>
    /// <param name="before">The change after the last one.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public async Task<IReadOnlyList<EntryPart>> EntryPartsAsync(ApplicationId id, int from, int before, CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {id.ToString()} and RowKey ge {ApplicationRows.EntryPart(from)} and RowKey lt {ApplicationRows.EntryPart(before)}"
        );
        return await JsonRows
            .InAsync<EntryPart>(_table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken), cancellationToken)
            .ToListAsync(cancellationToken);
    }

    /// <summary>The answer kept for an idempotency key; null where the key is new for this application. One storage request.</summary>
    public async Task<KeptAnswer?> FindAnswerAsync(ApplicationId id, string keyHash, CancellationToken cancellationToken) =>
        (await JsonRows.FindAsync<KeptAnswer>(_table, id.ToString(), ApplicationRows.Answer(keyHash), cancellationToken))?.Value;

    /// <summary>Removes the answer kept for an idempotency key, unless the key has been used again since. Two storage requests.</summary>
    public async Task RemoveAnswerAsync(ApplicationId id, string keyHash, DateTimeOffset before, CancellationToken cancellationToken)
    {
        var partition = id.ToString();
        var first = ApplicationRows.Answer(keyHash);
        var past = ApplicationRows.PastAnswer(keyHash);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {first} and RowKey lt {past}");
        var rows = await _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken).ToListAsync(cancellationToken);
        if (rows is not [{ } head, ..] || (await FindAnswerAsync(id, keyHash, cancellationToken))?.At >= before)
        {
            return;
        }

        try
        {
            await _table.SubmitTransactionAsync(
                rows.Select(row => new TableTransactionAction(TableTransactionActionType.Delete, row, row == head ? head.ETag : ETag.All)),
                cancellationToken
            );
        }
        catch (TableTransactionFailedException failure) when (failure.Status is 404 or 412)
        {
            // Another run has removed it, or the same key has just been used again.
        }
    }

    /// <summary>The id of every application, in no order: for the nightly repair, never for a request.</summary>
    public async IAsyncEnumerable<ApplicationId> AllAsync(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await foreach (
            var row in _table.QueryAsync<TableEntity>(
                row => row.RowKey == ApplicationRows.Application,
                select: [nameof(TableEntity.PartitionKey)],
                cancellationToken: cancellationToken
            )
        )
        {
            yield return ApplicationId.Parse(row.PartitionKey);
        }
    }

    /// <summary>Adds an answer to the index of <see cref="KeptAnswers"/> before it is stored, so that none stays forever.</summary>
    private async Task NoteAsync(ApplicationId id, KeptAnswer? answer, CancellationToken cancellationToken)
    {
        if (answer is { At: { } at })
        {
            await _answers.UpsertEntityAsync(
                new TableEntity(KeptAnswerRows.Of(at, id, answer.KeyHash), WorklistRows.Line),
                TableUpdateMode.Replace,
                cancellationToken
            );
        }
    }

    private Task<(Application Value, string Text, TableEntity First)?> ReadAsync(ApplicationId id, CancellationToken cancellationToken) =>
        JsonRows.FindAsync<Application>(_table, id.ToString(), ApplicationRows.Application, cancellationToken);

    /// <summary>
    /// It is stored beside the state, since the state can't include the hash of an event that includes the state's hash; an earlier version
    /// had it in the state.
    /// </summary>
    private static string LastHashOf(TableEntity row, string text)
    {
        if (row.GetString(LastHash) is { } beside)
        {
            return beside;
        }

        using var state = JsonDocument.Parse(text);
        return state.RootElement.TryGetProperty("lastHash", out var within) ? within.GetString() ?? "" : "";
    }

    private static TableTransactionAction Add(TableEntity row) => new(TableTransactionActionType.Add, row);
}
