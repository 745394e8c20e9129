using System.Globalization;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using MicroCred.Approval;

namespace MicroCred.Peer.Storage;

/// <summary>
/// Applications with their audit, and the worklists. As in markheath/durable-functions-ecommerce-sample
/// (DurableECommerceWorkflowIsolated/Models/OrderEntity.cs), all rows of a list share one partition with a constant key.
/// </summary>
internal sealed class Applications(TableServiceClient tables)
{
    public const string Table = "Applications";
    public const string Worklists = "Worklists";

    private const string Row = "application";
    private const string Lists = "LISTS";

    private readonly TableClient _applications = tables.GetTableClient(Table);
    private readonly TableClient _worklists = tables.GetTableClient(Worklists);

    /// <summary>The current application; null where there is none.</summary>
    public async Task<Application?> FindAsync(ApplicationId id, CancellationToken cancellationToken)
    {
        var row = await _applications.GetEntityIfExistsAsync<TableEntity>($"{id}", Row, cancellationToken: cancellationToken);
        return row.HasValue ? JsonSerializer.Deserialize<Application>(row.Value!.GetString("Json"), ApprovalJson.Options) : null;
    }

    /// <summary>Writes an application with its new audit events, then its rows in the lists. Two requests.</summary>
    /// <param name="before">The application as the lists show it; null for a new one.</param>
    /// <param name="change">The changed application, and the audit events to add.</param>
    /// <param name="cancellationToken">Cancels the remaining writes.</param>
    public async Task<Application> SaveAsync(Application? before, Change change, CancellationToken cancellationToken)
    {
        var partition = $"{change.Application.Id}";
        await _applications.SubmitTransactionAsync(
            [
                Put(partition, Row, change.Application),
                .. change.Events.Select(happened =>
                    Put(partition, $"event|{happened.Number.ToString("D6", CultureInfo.InvariantCulture)}", happened)
                ),
            ],
            cancellationToken
        );
        var were = before is null ? [] : Lines(before);
        var are = Lines(change.Application);
        List<TableTransactionAction> lines =
        [
            .. were
                .Keys.Except(are.Keys)
                .Select(key => new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(Lists, key), ETag.All)),
            .. are.Where(line => !line.Value.Equals(were.GetValueOrDefault(line.Key))).Select(line => Put(Lists, line.Key, line.Value)),
        ];
        if (lines.Count > 0)
        {
            await ShowAsync(lines, cancellationToken);
        }

        return change.Application;
    }

    private async Task ShowAsync(IReadOnlyList<TableTransactionAction> lines, CancellationToken cancellationToken)
    {
        try
        {
            await _worklists.SubmitTransactionAsync(lines, cancellationToken);
        }
        catch (TableTransactionFailedException failure) when (failure.Status == 404)
        {
            // An earlier try has already moved the application between the lists.
            await _worklists.SubmitTransactionAsync(
                lines.Where(line => line.ActionType != TableTransactionActionType.Delete),
                cancellationToken
            );
        }
    }

    /// <summary>One row by provider, one by status, and one for each open task by its assignee.</summary>
    private static Dictionary<string, object> Lines(Application application)
    {
        Line line = new(
            application.Id,
            application.Status,
            application.Content.MicroCredential?.Title,
            application.Provider.Number,
            application.Registration?.Number
        );
        Dictionary<string, object> lines = new()
        {
            [$"provider|{application.Provider.Number}|{application.Id}"] = line,
            [$"status|{application.Status}|{application.Id}"] = line,
        };
        foreach (var task in application.Tasks)
        {
            lines[$"{(task.IsOpen ? "task" : "done")}|{task.Assignee}|{task.Id}"] = line;
        }

        return lines;
    }

    private static TableTransactionAction Put(string partition, string row, object value) =>
        new(
            TableTransactionActionType.UpsertReplace,
            new TableEntity(partition, row) { ["Json"] = JsonSerializer.Serialize(value, ApprovalJson.Options) }
        );

    private sealed record Line(ApplicationId Id, ApplicationStatus Status, string? Title, ProviderNumber Provider, int? RegisterNumber);
}
