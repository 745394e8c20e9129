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

    /// <summary>Everything under way but drafts, by its keys and a few columns. One storage request for each thousand lines.</summary>
    public async Task<Backlog> BacklogAsync(CancellationToken cancellationToken)
    {
        List<Backlog.ApplicationLine> applications = [];
        List<Backlog.TaskLine> tasks = [];
        await foreach (
            var row in _underway.QueryAsync<TableEntity>(
                WorklistRows.StatusesAndTasks,
                select:
                [
                    nameof(TableEntity.RowKey),
                    nameof(TableEntity.Timestamp),
                    Kind,
                    Due,
                    SystemsTurn,
                    Reconsidered,
                    Stage,
                    StageSince,
                ],
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
                case ["task", var assignee, var id] when row.GetString(Kind) is { } kind && row.GetDateTimeOffset(Due) is { } due:
                    tasks.Add(new(TaskId.Parse(id).Application, assignee, Enum.Parse<TaskKind>(kind), due));
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
        }

        return row;
    }
}
