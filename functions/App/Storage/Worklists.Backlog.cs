using Azure.Data.Tables;
using MicroCred.Approval;

namespace MicroCred.App.Storage;

/// <content>Reads everything under way at once, for operators.</content>
internal sealed partial class Worklists
{
    private const string Kind = "Kind";
    private const string Due = "Due";
    private const string SystemsTurn = "SystemsTurn";

    /// <summary>Everything under way, by its keys and a few columns. One storage request for each thousand lines.</summary>
    public async Task<Backlog> BacklogAsync(CancellationToken cancellationToken)
    {
        List<Backlog.ApplicationLine> applications = [];
        List<Backlog.TaskLine> tasks = [];
        await foreach (
            var row in _underway.QueryAsync<TableEntity>(
                row => row.PartitionKey == WorklistRows.Underway,
                select: [nameof(TableEntity.RowKey), nameof(TableEntity.Timestamp), Kind, Due, SystemsTurn],
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
                            row.Timestamp!.Value
                        )
                    );
                    break;
                case ["task", _, var id] when row.GetString(Kind) is { } kind && row.GetDateTimeOffset(Due) is { } due:
                    tasks.Add(new(TaskId.Parse(id).Application, Enum.Parse<TaskKind>(kind), due));
                    break;
            }
        }

        return new Backlog(applications, tasks);
    }

    /// <summary>A line of the backlog, with the fields that <see cref="BacklogAsync"/> needs in columns of their own.</summary>
    private static TableEntity Underway(string key, ListLine line)
    {
        var row = line.Row(WorklistRows.Underway, key);
        row[SystemsTurn] = line.IsSystemsTurn;

        if (line.Summary is TaskSummary task)
        {
            row[Kind] = task.Kind.ToString();
            row[Due] = task.Due;
        }

        return row;
    }
}
