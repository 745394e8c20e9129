using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using MicroCred.App.Identity;
using MicroCred.App.Serialization;
using MicroCred.Approval;

namespace MicroCred.App.Storage;

/// <summary>
/// The lists that people work from, so that no list scans: applications by provider and by status, tasks by assignee. Derived from
/// <see cref="ApplicationStore"/>, the source of truth, and rewritten whenever in doubt.
/// </summary>
internal sealed partial class Worklists(TableServiceClient tables) : IWorklists
{
    private readonly TableClient _underway = tables.GetTableClient(StorageNames.UnderwayTable);
    private readonly TableClient _kept = tables.GetTableClient(StorageNames.WorklistsTable);

    /// <summary>
    /// Moves an application between lists, and rewrites its lines where they changed: one storage request while it is under way, none where
    /// the lines are unchanged. When it moves to the finished lists, or back, it is briefly in both, never in neither.
    /// </summary>
    public async Task ShowAsync(Application? before, Application after, CancellationToken cancellationToken)
    {
        var kept = before is null ? [] : KeptLinesOf(before);
        var toKeep = KeptLinesOf(after);
        await Task.WhenAll(
            toKeep
                .Where(line => line.Value != kept.GetValueOrDefault(line.Key))
                .Select(line => _kept.UpsertEntityAsync(line.Value.Row(line.Key), TableUpdateMode.Replace, cancellationToken))
        );
        var underway = UnderwayRows(before, after);
        if (underway.Count > 0)
        {
            await WriteUnderwayAsync(underway, cancellationToken);
        }

        await Task.WhenAll(
            kept.Keys.Where(key => !toKeep.ContainsKey(key))
                .Select(key => _kept.DeleteEntityAsync(key, WorklistRows.Line, ETag.All, cancellationToken))
        );
    }

    /// <summary>Writes an application's lines whatever their current state: for when an earlier write was interrupted.</summary>
    public async Task CorrectAsync(Application application, CancellationToken cancellationToken)
    {
        await ShowAsync(null, application, cancellationToken);
        var right = LinesOf(application);
        var possible = Enum.GetValues<ApplicationStatus>()
            .Select(status => WorklistRows.ByStatus(status, application.Id))
            .Concat(
                application.Tasks.SelectMany(task =>
                    task.FormerAssignees.Append(task.Assignee).Append(null).Distinct().Select(had => WorklistRows.Task(had, task.Id))
                )
            )
            .Append(WorklistRows.Provider(application.Provider.Number, application.Id));
        var kept = KeptLinesOf(application);
        var possiblyKept = Enum.GetValues<ApplicationStatus>()
            .Where(status => !IsUnderway(status))
            .Select(status => WorklistRows.Closed(status, application.Id))
            .Append(WorklistRows.Provider(application.Provider.Number, application.Id));
        await Task.WhenAll(
            possible
                .Where(row => !right.ContainsKey(row))
                .Select(row => _underway.DeleteEntityAsync(WorklistRows.Underway, row, ETag.All, cancellationToken))
                .Concat(
                    possiblyKept
                        .Where(row => !kept.ContainsKey(row))
                        .Select(row => _kept.DeleteEntityAsync(row, WorklistRows.Line, ETag.All, cancellationToken))
                )
        );
    }

    /// <summary>Removes a deleted draft from the lists.</summary>
    public Task ForgetAsync(Application draft, CancellationToken cancellationToken) =>
        WriteUnderwayAsync([.. LinesOf(draft).Keys.Select(Delete)], cancellationToken);

    /// <summary>Records a command that is about to be written. One storage request.</summary>
    public Task AddToOutboxAsync(OutboxEntry entry, CancellationToken cancellationToken) =>
        _underway.AddEntityAsync(
            new TableEntity(WorklistRows.Underway, WorklistRows.OutboxEntry(entry.Application, entry.Id)).WithJson(entry),
            cancellationToken
        );

    /// <summary>Removes the entry of a command that is followed up completely, or wasn't written. One storage request.</summary>
    public Task RemoveFromOutboxAsync(OutboxEntry entry, CancellationToken cancellationToken) =>
        _underway.DeleteEntityAsync(
            WorklistRows.Underway,
            WorklistRows.OutboxEntry(entry.Application, entry.Id),
            ETag.All,
            cancellationToken
        );

    /// <summary>Removes every line under way that contradicts its application.</summary>
    /// <param name="truth">Reads an application; called once for each.</param>
    /// <param name="failed">Called for an application that can't be read; its line stays.</param>
    /// <param name="cancellationToken">Cancels the repair.</param>
    /// <returns>How many lines were removed.</returns>
    public async Task<int> RepairAsync(
        Func<ApplicationId, CancellationToken, Task<StoredApplication?>> truth,
        Action<ApplicationId, Exception> failed,
        CancellationToken cancellationToken
    )
    {
        List<TableEntity> rows = [];
        await foreach (
            var row in _underway.QueryAsync<TableEntity>(
                row => row.PartitionKey == WorklistRows.Underway,
                cancellationToken: cancellationToken
            )
        )
        {
            if (!row.RowKey.StartsWith(WorklistRows.Outbox, StringComparison.Ordinal))
            {
                rows.Add(row);
            }
        }

        var mended = 0;
        foreach (var lines in rows.GroupBy(ApplicationOf))
        {
            try
            {
                var right = await truth(lines.Key, cancellationToken) is { Application: var application } ? LinesOf(application) : [];
                foreach (var line in lines.Where(line => !right.ContainsKey(line.RowKey)))
                {
                    await _underway.DeleteEntityAsync(line.PartitionKey, line.RowKey, line.ETag, cancellationToken);
                    mended++;
                }
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                failed(lines.Key, exception);
            }
        }

        return mended;
    }

    private static ApplicationId ApplicationOf(TableEntity line) =>
        line.RowKey.StartsWith(WorklistRows.Tasks, StringComparison.Ordinal)
            ? line.Json<TaskSummary>().Id.Application
            : line.Json<ApplicationSummary>().Id;

    private static bool IsUnderway(ApplicationStatus status) =>
        status
            is not (ApplicationStatus.Declined or ApplicationStatus.Withdrawn or ApplicationStatus.Lapsed or ApplicationStatus.Published);

    /// <summary>
    /// An application's lines that are kept for good, by partition key: its finished tasks and, once it has ended, itself.
    /// </summary>
    private static Dictionary<string, KeptLine> KeptLinesOf(Application application)
    {
        var lines = application
            .Tasks.Where(task => task.Status == TaskStatus.Done)
            .ToDictionary(
                task => WorklistRows.Done(task.Assignee ?? WorklistRows.Nobody, task.Id),
                task => new KeptLine(LineOf(application, task), null)
            );
        if (!IsUnderway(application.Status))
        {
            var line = LineOf(application);
            if (application.Imported is null)
            {
                lines[WorklistRows.Provider(application.Provider.Number, application.Id)] = new(line, null);
            }

            lines[WorklistRows.Closed(application.Status, application.Id)] = new(line, application.Revision)
            {
                Took = EndedApplication.Of(application),
            };
        }

        return lines;
    }

    /// <summary>
    /// An application's lines under way, by row key: itself until it has ended, and its open tasks, which may stay open after that.
    /// </summary>
    private static Dictionary<string, ListLine> LinesOf(Application application)
    {
        var lines = application
            .Tasks.Where(task => task.IsOpen)
            .ToDictionary(task => WorklistRows.Task(task.Assignee, task.Id), task => LineOf(application, task));
        if (IsUnderway(application.Status))
        {
            var line = LineOf(application);
            lines[WorklistRows.ByStatus(application.Status, application.Id)] = line;
            lines[WorklistRows.Provider(application.Provider.Number, application.Id)] = line;
        }

        return lines;
    }

    private static ListLine LineOf(Application application) =>
        new(ApplicationSummary.Of(application), Readable.Of(application))
        {
            IsSystemsTurn = application.IsSystemsTurn,
            IsReconsidered = application.Reconsideration is not null,
            Entered = application.Entered,
            Due = application.WaitingForAsToldToProvider?.Due,
            Listing = ListingKey.OfUnderway(application),
            Says = DescriptionKey.Of(application),
        };

    private static ListLine LineOf(Application application, EvaluationTask task) =>
        new(TaskSummary.Of(application, task), Readable.Of(application)) { Since = task.IsOpen ? task.AssignedAt : null };

    private static List<TableTransactionAction> UnderwayRows(Application? before, Application after)
    {
        var were = before is null ? [] : LinesOf(before);
        var are = LinesOf(after);
        return
        [
            .. were.Keys.Where(key => !are.ContainsKey(key)).Select(Delete),
            .. are.Where(line => line.Value.Differs(were.GetValueOrDefault(line.Key)))
                .Select(line => new TableTransactionAction(TableTransactionActionType.UpsertReplace, Underway(line.Key, line.Value))),
        ];
    }

    private static TableTransactionAction Delete(string row) =>
        new(TableTransactionActionType.Delete, new TableEntity(WorklistRows.Underway, row), ETag.All);

    /// <summary>
    /// The transaction fails on a line that an interrupted earlier try has already removed; then the lines are written one by one.
    /// </summary>
    private async Task WriteUnderwayAsync(List<TableTransactionAction> actions, CancellationToken cancellationToken)
    {
        try
        {
            await _underway.SubmitTransactionAsync(actions, cancellationToken);
        }
        catch (TableTransactionFailedException failure) when (failure.Status is 404)
        {
            foreach (var action in actions)
            {
                var write =
                    action.ActionType == TableTransactionActionType.Delete
                        ? _underway.DeleteEntityAsync(action.Entity.PartitionKey, action.Entity.RowKey, ETag.All, cancellationToken)
                        : _underway.UpsertEntityAsync(action.Entity, TableUpdateMode.Replace, cancellationToken);
                await write;
            }
        }
    }

    /// <summary>A line that is kept for good.</summary>
    /// <param name="Line">The line.</param>
    /// <param name="Revision">The application's revision that it shows; null for a line that doesn't need one.</param>
    private sealed record KeptLine(ListLine Line, int? Revision)
    {
        /// <summary>How long the application took; null for another line.</summary>
        public EndedApplication? Took { get; init; }

        public TableEntity Row(string partition)
        {
            var row = Line.Row(partition, WorklistRows.Line);
            if (Revision is not null)
            {
                row[WorklistRows.Revision] = Revision;
            }

            if (Took?.Decision is { } decision)
            {
                row[Submitted] = decision.SubmittedAt;
                row[Decided] = decision.DecidedAt;
                row[Urgent] = decision.IsUrgent;
            }

            if (Took?.Stages is { } stages)
            {
                row[Ended] = stages.EndedAt;
                row[Days] = JsonSerializer.Serialize(stages.Days, AppJson.Stored);
            }

            return row;
        }
    }
}
