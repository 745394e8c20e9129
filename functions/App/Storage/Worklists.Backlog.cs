using System.Text.Json;
using Azure.Data.Tables;
using MicroCred.App.Serialization;
using MicroCred.Approval;

namespace MicroCred.App.Storage;

/// <content>Reads everything under way at once, for operators.</content>
internal sealed partial class Worklists
{
    private const string Kind = "Kind";
    private const string Due = "Due";
    private const string SystemsTurn = "SystemsTurn";
    private const string Reconsidered = "Reconsidered";
    private const string Stage = "Stage";
    private const string StageSince = "StageSince";
    private const string Submitted = "Submitted";
    private const string Decided = "Decided";
    private const string Urgent = "Urgent";
    private const string Ended = "Ended";
    private const string Days = "Days";
    private const string Provider = "Provider";
    private const string Since = "Since";

    /// <summary>Everything under way but drafts, by its keys and a few columns. One storage request for each thousand lines.</summary>
    public async Task<Backlog> BacklogAsync(CancellationToken cancellationToken)
    {
        List<Backlog.ApplicationLine> applications = [];
        List<Backlog.TaskLine> tasks = [];
        await foreach (
            var row in _underway.QueryAsync<TableEntity>(
                WorklistRows.StatusesAndTasks,
                select: [.. ColumnsOfTasks, nameof(TableEntity.Timestamp), SystemsTurn, Reconsidered, Stage, StageSince],
                cancellationToken: cancellationToken
            )
        )
        {
            switch (row.RowKey.Split('|'))
            {
                case ["status", var status, var id]:
                    applications.Add(
                        new(
                            ApplicationId.Parse(id),
                            Enum.Parse<ApplicationStatus>(status),
                            row.GetBoolean(SystemsTurn) == true,
                            row.Timestamp!.Value,
                            row.GetString(Stage) is { } stage && row.GetDateTimeOffset(StageSince) is { } since
                                ? new(Enum.Parse<Stage>(stage), since)
                                : null,
                            row.GetBoolean(Reconsidered) == true
                        )
                    );
                    break;
                case ["task", ..]:
                    tasks.Add(TaskIn(row));
                    break;
            }
        }

        return new Backlog(applications, tasks);
    }

    /// <summary>
    /// The applications that have ended and were decided by NZQA since then, or ended since then; of each, only what is since then. Lines
    /// written before stages were counted have none. A storage request for each thousand, and where storage takes long to look through all
    /// that ever ended, a few more.
    /// </summary>
    public async Task<IReadOnlyList<EndedApplication>> EndedSinceAsync(DateTimeOffset since, CancellationToken cancellationToken)
    {
        var filter =
            Kept(WorklistRows.AllClosed).After(null) + TableClient.CreateQueryFilter($" and (Decided ge {since} or Ended ge {since})");
        List<EndedApplication> ended = [];
        await foreach (
            var row in _kept.QueryAsync<TableEntity>(
                filter,
                select: [Submitted, Decided, Urgent, Ended, Days],
                cancellationToken: cancellationToken
            )
        )
        {
            ended.Add(
                new(
                    row.GetDateTimeOffset(Decided) is { } decided && decided >= since
                        ? new(row.GetDateTimeOffset(Submitted)!.Value, decided, row.GetBoolean(Urgent) == true)
                        : null,
                    row.GetDateTimeOffset(Ended) is { } end && end >= since
                        ? new(end, JsonSerializer.Deserialize<IReadOnlyList<StageDays>>(row.GetString(Days), AppJson.Stored)!)
                        : null
                )
            );
        }

        return ended;
    }

    /// <summary>All open tasks, by their keys and a few columns. One storage request for each thousand.</summary>
    public async Task<IReadOnlyList<Backlog.TaskLine>> OpenTasksAsync(CancellationToken cancellationToken)
    {
        List<Backlog.TaskLine> open = [];
        await foreach (
            var row in _underway.QueryAsync<TableEntity>(
                Underway(WorklistRows.Tasks).After(null),
                select: ColumnsOfTasks,
                cancellationToken: cancellationToken
            )
        )
        {
            open.Add(TaskIn(row));
        }

        return open;
    }

    private static IEnumerable<string> ColumnsOfTasks => [nameof(TableEntity.RowKey), Kind, Due, Provider, Urgent, Since];

    private static Backlog.TaskLine TaskIn(TableEntity row)
    {
        var key = row.RowKey.Split('|');
        return new(
            TaskId.Parse(key[2]),
            key[1],
            Enum.Parse<TaskKind>(row.GetString(Kind)),
            row.GetDateTimeOffset(Due)!.Value,
            ProviderNumber.Parse(row.GetString(Provider)),
            row.GetBoolean(Urgent) == true,
            row.GetDateTimeOffset(Since)!.Value
        );
    }

    /// <summary>A line of the backlog, with the fields that <see cref="BacklogAsync"/> needs in columns of their own.</summary>
    private static TableEntity Underway(string key, ListLine line)
    {
        var row = line.Row(WorklistRows.Underway, key);
        row[SystemsTurn] = line.IsSystemsTurn;
        row[Reconsidered] = line.IsReconsidered;
        if (line.Entered is { } entered)
        {
            row[Stage] = entered.Stage.ToString();
            row[StageSince] = entered.At;
        }

        if (line.Summary is TaskSummary task)
        {
            row[Kind] = task.Kind.ToString();
            row[Due] = task.Due;
            row[Provider] = line.Readable.Provider.ToString();
            row[Urgent] = task.Urgent;
            row[Since] = line.Since;
        }

        return row;
    }
}
