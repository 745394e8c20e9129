using Azure;
using Azure.Data.Tables;
using MicroCred.Approval;

namespace MicroCred.App.Storage;

/// <summary>
/// The lists people work from, so that no list scans: applications by provider and by status, tasks by assignee. Derived from
/// <see cref="ApplicationStore"/>, which alone is the truth, and written again whenever in doubt.
/// </summary>
internal sealed partial class Worklists(TableServiceClient tables)
{
    private readonly TableClient _underway = tables.GetTableClient(Names.UnderwayTable);
    private readonly TableClient _kept = tables.GetTableClient(Names.WorklistsTable);

    /// <summary>
    /// Moves an application between lists, and writes its lines again where they changed: two storage requests at most while it is under
    /// way, none where the lists say the same as before, three when it ends or a task is done.
    /// </summary>
    public async Task Show(Application? before, Application after, CancellationToken cancel)
    {
        List<TableTransactionAction> underway = UnderwayRows(before, after);
        List<Task> writes = [];
        if (before is null || ApplicationSummary.Of(before) != ApplicationSummary.Of(after))
        {
            writes.Add(_kept.UpsertEntityAsync(ProviderRow(after), TableUpdateMode.Replace, cancel));
        }

        if (underway.Count > 0)
        {
            writes.Add(WriteUnderway(underway, cancel));
        }

        if (!IsUnderway(after.Status))
        {
            writes.Add(_kept.UpsertEntityAsync(ClosedRow(after), TableUpdateMode.Replace, cancel));
        }

        writes.AddRange(after.Tasks
            .Where(task => task.Status == TaskStatus.Done && before?.Tasks.Any(was => was.Id == task.Id && was.Status == task.Status) is not true)
            .Select(task => _kept.UpsertEntityAsync(
                new TableEntity(WorklistRows.Done(task.Assignee ?? WorklistRows.Nobody, task.Id), WorklistRows.Line).WithJson(TaskSummary.Of(after, task)), TableUpdateMode.Replace, cancel)));
        await Task.WhenAll(writes);
    }

    /// <summary>Writes an application's lines as they must be, whatever they are: for when an earlier write broke off.</summary>
    public async Task Correct(Application application, CancellationToken cancel)
    {
        Dictionary<string, object> right = LinesOf(application);
        IEnumerable<string> possible = Enum.GetValues<ApplicationStatus>().Select(status => WorklistRows.ByStatus(status, application.Id))
            .Concat(application.Tasks.Select(task => WorklistRows.Task(task.Assignee, task.Id)));
        await Task.WhenAll(possible.Where(row => !right.ContainsKey(row)).Select(row =>
            _underway.DeleteEntityAsync(WorklistRows.Underway, row, ETag.All, cancel)));
        await Show(null, application, cancel);
    }

    /// <summary>Takes a removed draft off the lists.</summary>
    public async Task Forget(Application draft, CancellationToken cancel)
    {
        await _kept.DeleteEntityAsync(WorklistRows.Provider(draft.Provider.Number, draft.Id), WorklistRows.Line, ETag.All, cancel);
        await _underway.DeleteEntityAsync(WorklistRows.Underway, WorklistRows.ByStatus(draft.Status, draft.Id), ETag.All, cancel);
    }

    /// <summary>Notes that a command is about to be written, before it is. One storage request.</summary>
    public Task AddToOutbox(OutboxEntry entry, CancellationToken cancel) =>
        _underway.AddEntityAsync(Line(WorklistRows.OutboxEntry(entry.Application, entry.Id), entry), cancel);

    /// <summary>Notes that all that follows from a command is done, or that it wasn't written. One storage request.</summary>
    public Task RemoveFromOutbox(OutboxEntry entry, CancellationToken cancel) =>
        _underway.DeleteEntityAsync(WorklistRows.Underway, WorklistRows.OutboxEntry(entry.Application, entry.Id), ETag.All, cancel);

    /// <summary>Removes from the lists of what is under way every line that the truth contradicts.</summary>
    /// <param name="truth">Reads an application.</param>
    /// <param name="cancel">Cancels the repair.</param>
    /// <returns>How many lines were mended.</returns>
    public async Task<int> Repair(Func<ApplicationId, CancellationToken, Task<StoredApplication?>> truth, CancellationToken cancel)
    {
        int mended = 0;
        await foreach (TableEntity row in _underway.QueryAsync<TableEntity>(row => row.PartitionKey == WorklistRows.Underway, cancellationToken: cancel))
        {
            if (row.RowKey.StartsWith(WorklistRows.Outbox, StringComparison.Ordinal))
            {
                continue;
            }

            ApplicationId id = row.RowKey.StartsWith(WorklistRows.Tasks, StringComparison.Ordinal)
                ? row.Json<TaskSummary>().ApplicationId
                : row.Json<ApplicationSummary>().Id;
            Application? application = (await truth(id, cancel))?.Application;
            if (application is null || !LinesOf(application).ContainsKey(row.RowKey))
            {
                await _underway.DeleteEntityAsync(row.PartitionKey, row.RowKey, row.ETag, cancel);
                mended++;
            }
        }

        return mended;
    }

    private static bool IsUnderway(ApplicationStatus status) => status
        is not (ApplicationStatus.Declined or ApplicationStatus.Withdrawn or ApplicationStatus.Lapsed or ApplicationStatus.Published);

    private static TableEntity ProviderRow(Application application) =>
        new TableEntity(WorklistRows.Provider(application.Provider.Number, application.Id), WorklistRows.Line).WithJson(ApplicationSummary.Of(application));

    private static TableEntity ClosedRow(Application application) =>
        new TableEntity(WorklistRows.Closed(application.Status, application.Id), WorklistRows.Line) { [WorklistRows.Revision] = application.Revision }
            .WithJson(ApplicationSummary.Of(application));

    /// <summary>An application's lines among what is under way, by row key.</summary>
    private static Dictionary<string, object> LinesOf(Application application)
    {
        if (!IsUnderway(application.Status))
        {
            return [];
        }

        Dictionary<string, object> lines = new() { [WorklistRows.ByStatus(application.Status, application.Id)] = ApplicationSummary.Of(application) };
        foreach (EvaluationTask task in application.Tasks.Where(task => task.IsOpen))
        {
            lines[WorklistRows.Task(task.Assignee, task.Id)] = TaskSummary.Of(application, task);
        }

        return lines;
    }

    private static List<TableTransactionAction> UnderwayRows(Application? before, Application after)
    {
        Dictionary<string, object> were = before is null ? [] : LinesOf(before);
        Dictionary<string, object> are = LinesOf(after);
        return
        [
            .. were.Keys.Where(key => !are.ContainsKey(key)).Select(key =>
                new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(WorklistRows.Underway, key), ETag.All)),
            .. are.Where(line => !line.Value.Equals(were.GetValueOrDefault(line.Key))).Select(line =>
                new TableTransactionAction(TableTransactionActionType.UpsertReplace, Line(line.Key, line.Value))),
        ];
    }

    /// <summary>A line that a broken-off earlier try has already removed makes the transaction fail; then they are written one by one.</summary>
    private async Task WriteUnderway(List<TableTransactionAction> actions, CancellationToken cancel)
    {
        try
        {
            await _underway.SubmitTransactionAsync(actions, cancel);
        }
        catch (TableTransactionFailedException failure) when (failure.Status is 404)
        {
            foreach (TableTransactionAction action in actions)
            {
                Task<Response> write = action.ActionType == TableTransactionActionType.Delete
                    ? _underway.DeleteEntityAsync(action.Entity.PartitionKey, action.Entity.RowKey, ETag.All, cancel)
                    : _underway.UpsertEntityAsync(action.Entity, TableUpdateMode.Replace, cancel);
                await write;
            }
        }
    }
}
