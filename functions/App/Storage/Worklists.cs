using Azure;
using Azure.Data.Tables;
using MicroCred.Approval;

namespace MicroCred.App.Storage;

/// <summary>
/// The lists people work from, so that no list scans: applications by provider and by status, tasks by assignee. Derived from
/// <see cref="Cases"/>, which alone is the truth, and written again whenever in doubt.
/// </summary>
internal sealed class Worklists(TableServiceClient tables)
{
    private readonly TableClient _table = tables.GetTableClient(Names.WorklistsTable);

    /// <summary>
    /// Moves an application between lists, and writes its lines again where they changed: two storage requests at most while it is under
    /// way, none where the lists say the same as before, three when it ends or a task is done.
    /// </summary>
    public async Task Show(Application? before, Application after, CancellationToken cancel)
    {
        List<TableTransactionAction> active = ActiveRows(before, after);
        List<Task> writes = [];
        if (before is null || ApplicationSummary.Of(before) != ApplicationSummary.Of(after))
        {
            writes.Add(_table.UpsertEntityAsync(ProviderRow(after), TableUpdateMode.Replace, cancel));
        }

        if (active.Count > 0)
        {
            writes.Add(WriteActive(active, cancel));
        }

        if (!IsActive(after.Status))
        {
            writes.Add(_table.UpsertEntityAsync(
                new TableEntity(WorklistRows.Closed(after.Status), after.Id.ToString()).WithJson(ApplicationSummary.Of(after)), TableUpdateMode.Replace, cancel));
        }

        writes.AddRange(after.Tasks
            .Where(task => task.Status == TaskStatus.Done && before?.Tasks.Any(was => was.Id == task.Id && was.Status == task.Status) is not true)
            .Select(task => _table.UpsertEntityAsync(
                new TableEntity(WorklistRows.Done(task.Assignee ?? WorklistRows.Nobody), task.Id.ToString()).WithJson(TaskSummary.Of(after, task)), TableUpdateMode.Replace, cancel)));
        await Task.WhenAll(writes);
    }

    /// <summary>Writes an application's lines as they must be, whatever they are: for when an earlier write broke off.</summary>
    public async Task Correct(Application application, CancellationToken cancel)
    {
        Dictionary<string, object> right = LinesOf(application);
        IEnumerable<string> possible = Enum.GetValues<ApplicationStatus>().Select(status => WorklistRows.ByStatus(status, application.Id))
            .Concat(application.Tasks.Select(task => WorklistRows.Task(task.Assignee, task.Id)));
        await Task.WhenAll(possible.Where(row => !right.ContainsKey(row)).Select(row =>
            _table.DeleteEntityAsync(WorklistRows.Active, row, ETag.All, cancel)));
        await Show(null, application, cancel);
    }

    /// <summary>Takes a removed draft off the lists.</summary>
    public async Task Forget(Application draft, CancellationToken cancel)
    {
        await _table.DeleteEntityAsync(WorklistRows.Provider(draft.Provider.Number), draft.Id.ToString(), ETag.All, cancel);
        await _table.DeleteEntityAsync(WorklistRows.Active, WorklistRows.ByStatus(draft.Status, draft.Id), ETag.All, cancel);
    }

    public Task Intend(Intent intent, CancellationToken cancel) =>
        _table.AddEntityAsync(new TableEntity(WorklistRows.Active, WorklistRows.Intent(intent.Application, intent.Act)).WithJson(intent), cancel);

    public Task Settle(Intent intent, CancellationToken cancel) =>
        _table.DeleteEntityAsync(WorklistRows.Active, WorklistRows.Intent(intent.Application, intent.Act), ETag.All, cancel);

    public IAsyncEnumerable<Intent> Intents(CancellationToken cancel) => Rows<Intent>(WorklistRows.Active, WorklistRows.Intents, cancel);

    /// <summary>How many open tasks each assignee has. One storage request for each thousand open tasks.</summary>
    public async Task<IReadOnlyDictionary<string, int>> OpenTasks(CancellationToken cancel)
    {
        Dictionary<string, int> open = [];
        await foreach (TableEntity row in _table.QueryAsync<TableEntity>(
            Range(WorklistRows.Active, WorklistRows.Tasks, null), select: [nameof(TableEntity.RowKey)], cancellationToken: cancel))
        {
            string assignee = row.RowKey.Split('|')[1];
            open[assignee] = open.GetValueOrDefault(assignee) + 1;
        }

        return open;
    }

    public Task<ListPage<ApplicationSummary>> OfProvider(ProviderNumber provider, ApplicationStatus? status, int limit, string? after, CancellationToken cancel) =>
        Read<ApplicationSummary>([(WorklistRows.Provider(provider), "")], limit, after, line => status is null || line.Status == status, cancel);

    /// <summary>Applications of every provider; a draft is its provider's own business and isn't among them.</summary>
    public Task<ListPage<ApplicationSummary>> OfAll(ApplicationStatus? status, int limit, string? after, CancellationToken cancel)
    {
        IEnumerable<ApplicationStatus> statuses = status is { } one ? [one] : Enum.GetValues<ApplicationStatus>();
        return Read<ApplicationSummary>(
            [
                .. statuses.Where(s => s != ApplicationStatus.Draft).Select(s =>
                    IsActive(s) ? (WorklistRows.Active, WorklistRows.ByStatus(s)) : (WorklistRows.Closed(s), "")),
            ],
            limit,
            after,
            _ => true,
            cancel);
    }

    /// <summary>Tasks of one assignee, the open ones first, or the open ones of all.</summary>
    public Task<ListPage<TaskSummary>> Tasks(string? assignee, int limit, string? after, CancellationToken cancel) =>
        Read<TaskSummary>(
            assignee is null
                ? [(WorklistRows.Active, WorklistRows.Tasks)]
                : [(WorklistRows.Active, WorklistRows.TasksOf(assignee)), (WorklistRows.Done(assignee), "")],
            limit,
            after,
            _ => true,
            cancel);

    /// <summary>Removes from the lists of what is active every line that the truth contradicts.</summary>
    /// <param name="truth">Reads an application.</param>
    /// <param name="cancel">Cancels the repair.</param>
    /// <returns>How many lines were mended.</returns>
    public async Task<int> Repair(Func<ApplicationId, CancellationToken, Task<Case?>> truth, CancellationToken cancel)
    {
        int mended = 0;
        await foreach (TableEntity row in _table.QueryAsync<TableEntity>(row => row.PartitionKey == WorklistRows.Active, cancellationToken: cancel))
        {
            if (row.RowKey.StartsWith(WorklistRows.Intents, StringComparison.Ordinal))
            {
                continue;
            }

            ApplicationId id = row.RowKey.StartsWith(WorklistRows.Tasks, StringComparison.Ordinal)
                ? row.Json<TaskSummary>().ApplicationId
                : row.Json<ApplicationSummary>().Id;
            Application? application = (await truth(id, cancel))?.Application;
            if (application is null || !LinesOf(application).ContainsKey(row.RowKey))
            {
                await _table.DeleteEntityAsync(row.PartitionKey, row.RowKey, row.ETag, cancel);
                mended++;
            }
        }

        return mended;
    }

    private static bool IsActive(ApplicationStatus status) => status
        is not (ApplicationStatus.Declined or ApplicationStatus.Withdrawn or ApplicationStatus.Lapsed or ApplicationStatus.Published);

    private static TableEntity ProviderRow(Application application) =>
        new TableEntity(WorklistRows.Provider(application.Provider.Number), application.Id.ToString()).WithJson(ApplicationSummary.Of(application));

    /// <summary>An application's lines among what is active, by row key.</summary>
    private static Dictionary<string, object> LinesOf(Application application)
    {
        if (!IsActive(application.Status))
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

    private static List<TableTransactionAction> ActiveRows(Application? before, Application after)
    {
        Dictionary<string, object> were = before is null ? [] : LinesOf(before);
        Dictionary<string, object> are = LinesOf(after);
        return
        [
            .. were.Keys.Where(key => !are.ContainsKey(key)).Select(key =>
                new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(WorklistRows.Active, key), ETag.All)),
            .. are.Where(line => !line.Value.Equals(were.GetValueOrDefault(line.Key))).Select(line =>
                new TableTransactionAction(TableTransactionActionType.UpsertReplace, new TableEntity(WorklistRows.Active, line.Key).WithJson(line.Value))),
        ];
    }

    /// <summary>A line that a broken-off earlier try has already removed makes the transaction fail; then they are written one by one.</summary>
    private async Task WriteActive(List<TableTransactionAction> actions, CancellationToken cancel)
    {
        try
        {
            await _table.SubmitTransactionAsync(actions, cancel);
        }
        catch (TableTransactionFailedException failure) when (failure.Status is 404)
        {
            foreach (TableTransactionAction action in actions)
            {
                Task<Response> write = action.ActionType == TableTransactionActionType.Delete
                    ? _table.DeleteEntityAsync(action.Entity.PartitionKey, action.Entity.RowKey, ETag.All, cancel)
                    : _table.UpsertEntityAsync(action.Entity, TableUpdateMode.Replace, cancel);
                await write;
            }
        }
    }

    private async IAsyncEnumerable<T> Rows<T>(string partition, string prefix, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (TableEntity row in _table.QueryAsync<TableEntity>(Range(partition, prefix, null), cancellationToken: cancel))
        {
            yield return row.Json<T>();
        }
    }

    /// <summary>Reads ranges one after another as one list. The cursor is the range's place and the last row key read.</summary>
    private async Task<ListPage<T>> Read<T>(
        IReadOnlyList<(string Partition, string Prefix)> ranges, int limit, string? after, Func<T, bool> fits, CancellationToken cancel)
    {
        (int start, string? last) = Cursor.Read(after, ranges.Count);
        List<T> items = [];
        string? next = null;
        for (int i = start; i < ranges.Count; i++)
        {
            string filter = Range(ranges[i].Partition, ranges[i].Prefix, i == start ? last : null);
            await foreach (TableEntity row in _table.QueryAsync<TableEntity>(filter, maxPerPage: Math.Min(limit + 1, 1000), cancellationToken: cancel))
            {
                T item = row.Json<T>();
                if (!fits(item))
                {
                    continue;
                }

                if (items.Count == limit)
                {
                    return new ListPage<T>(items, next);
                }

                items.Add(item);
                next = Cursor.Write(i, row.RowKey);
            }
        }

        return new ListPage<T>(items, null);
    }

    /// <summary>Row keys that begin with the prefix: <c>~</c> sorts after everything that a key of ours holds.</summary>
    private static string Range(string partition, string prefix, string? after) => after is null
        ? TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {prefix} and RowKey lt {prefix + "~"}")
        : TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey gt {after} and RowKey lt {prefix + "~"}");
}
