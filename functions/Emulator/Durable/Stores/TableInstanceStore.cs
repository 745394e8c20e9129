using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using MicroCred.Emulator.Durable.History;
using MicroCred.Emulator.Durable.Stores.Tables;

namespace MicroCred.Emulator.Durable.Stores;

/// <summary>
/// Keeps instances in one table, a small partition for each. Turns read and write single rows by key; only a start-up and a list look
/// through the table.
/// </summary>
internal sealed class TableInstanceStore(TableServiceClient tables, string hubName) : IInstanceStore
{
    /// <summary>How many actions a transaction may have.</summary>
    private const int LargestTransaction = 100;

    /// <summary>How many bytes of content fit a transaction of 4 MiB in base64, with room for what surrounds them.</summary>
    private const int HeaviestTransaction = 2_900_000;

    private readonly TableClient _table = tables.GetTableClient(hubName + "Instances");

    public async Task PrepareAsync(CancellationToken cancellationToken) => await _table.CreateIfNotExistsAsync(cancellationToken);

    public async IAsyncEnumerable<DueInstance> FindDueAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var due = TableClient.CreateQueryFilter($"WakeAt lt {DateTimeOffset.MaxValue}");
        string[] columns = [nameof(TableEntity.PartitionKey), InstanceRow.WakeAt];
        await foreach (var row in _table.QueryAsync<TableEntity>(due, select: columns, cancellationToken: cancellationToken))
            yield return new DueInstance(InstanceKey.ToInstanceId(row.PartitionKey), row.GetDateTimeOffset(InstanceRow.WakeAt)!.Value);
    }

    public async Task<Snapshot?> LoadAsync(string instanceId, CancellationToken cancellationToken)
    {
        if (await FindRowAsync(instanceId, cancellationToken) is not { } row)
            return null;

        var head = InstanceRow.ReadHead(row);
        var tail = InstanceRow.ReadTail(row);
        var earlier = await PartRows.ReadAsync(_table, row.PartitionKey, head.HistoryName, head.HistoryRows, cancellationToken);
        ImmutableArray<Turn> history = [.. HistoryText.Read(earlier), .. HistoryText.Read(tail)];
        return new TableSnapshot(await ReadStateAsync(row, head, cancellationToken), history, row.ETag, head, tail);
    }

    public async Task<InstanceState?> ReadAsync(string instanceId, bool withPayloads, CancellationToken cancellationToken)
    {
        if (await FindRowAsync(instanceId, cancellationToken) is not { } row)
            return null;

        var head = InstanceRow.ReadHead(row);
        return withPayloads ? await ReadStateAsync(row, head, cancellationToken) : InstanceRow.ReadState(row, head);
    }

    public async Task<Snapshot?> WriteAsync(InstanceWrite write, CancellationToken cancellationToken)
    {
        var rows = TurnWriter.Lay(write);
        var basis = write.Basis as TableSnapshot;
        try
        {
            var etag = rows.Parts.Count == 0 && rows.Obsolete.Count == 0
                ? await WriteRowAsync(rows.Instance, basis, cancellationToken)
                : await WriteRowsAsync(rows, basis, cancellationToken);
            return new TableSnapshot(write.State, write.HistoryAfter(), etag, rows.Head, rows.Tail);
        }
        catch (RequestFailedException refused) when (IsConflict(refused))
        {
            return null;
        }
        catch (RequestFailedException refused) when (IsTooLarge(refused))
        {
            throw new TurnTooLargeException("The turn is more than a table takes in one write.", refused);
        }
    }

    public async Task<bool> DeleteAsync(Snapshot snapshot, CancellationToken cancellationToken)
    {
        var basis = (TableSnapshot)snapshot;
        var partition = InstanceKey.Of(basis.State.InstanceId);
        var parts = basis.Head.Parts.SelectMany(part => Enumerable.Range(0, part.Rows).Select(number => PartRows.Key(part.Name, number)));
        TableTransactionAction[] deletions =
        [
            new(TableTransactionActionType.Delete, new TableEntity(partition, InstanceRow.RowKey), basis.ETag),
            .. parts.Take(LargestTransaction - 1).Select(key => Deletion(new TableEntity(partition, key))),
        ];
        try
        {
            await _table.SubmitTransactionAsync(deletions, cancellationToken);
            return true;
        }
        catch (RequestFailedException refused) when (IsConflict(refused))
        {
            return false;
        }
    }

    public async Task<Page<InstanceState>> QueryAsync(
        InstanceQuery query, string? continuationToken, int pageSize, CancellationToken cancellationToken)
    {
        var rows = _table.QueryAsync<TableEntity>(InstanceFilter.Of(query), pageSize, cancellationToken: cancellationToken);
        await foreach (var page in rows.AsPages(continuationToken, pageSize))
        {
            var states = new List<InstanceState>(page.Values.Count);
            foreach (var row in page.Values)
            {
                var head = InstanceRow.ReadHead(row);
                states.Add(query.WithPayloads ? await ReadStateAsync(row, head, cancellationToken) : InstanceRow.ReadState(row, head));
            }

            return new Page<InstanceState>(states, page.ContinuationToken);
        }

        return new Page<InstanceState>([]);
    }

    private async Task<TableEntity?> FindRowAsync(string instanceId, CancellationToken cancellationToken)
    {
        var found = await _table.GetEntityIfExistsAsync<TableEntity>(
            InstanceKey.Of(instanceId), InstanceRow.RowKey, cancellationToken: cancellationToken);
        return found.HasValue ? found.Value : null;
    }

    private async Task<InstanceState> ReadStateAsync(TableEntity row, InstanceHead head, CancellationToken cancellationToken)
    {
        var state = InstanceRow.ReadState(row, head);
        return state with
        {
            Input = await ReadPartAsync(head.InputPart) ?? state.Input,
            CustomStatus = await ReadPartAsync(head.CustomStatusPart) ?? state.CustomStatus,
            Output = (await ReadPartAsync(head.OutputPart))?.ToString() ?? state.Output,
        };

        async Task<BinaryData?> ReadPartAsync(PartRef? part) => part is null
            ? null
            : BinaryData.FromBytes(await PartRows.ReadAsync(_table, row.PartitionKey, part.Name, part.Rows, cancellationToken));
    }

    private async Task<ETag> WriteRowAsync(TableEntity row, TableSnapshot? basis, CancellationToken cancellationToken)
    {
        var response = basis is null
            ? await _table.AddEntityAsync(row, cancellationToken)
            : await _table.UpdateEntityAsync(row, basis.ETag, TableUpdateMode.Replace, cancellationToken);
        return response.Headers.ETag!.Value;
    }

    private async Task<ETag> WriteRowsAsync(TurnRows rows, TableSnapshot? basis, CancellationToken cancellationToken)
    {
        var weight = rows.Parts.Append(rows.Instance).Sum(ByteColumns.Weigh);
        if (weight > HeaviestTransaction)
        {
            throw new TurnTooLargeException(
                $"What one step takes in and gives out comes to {weight} bytes, and one write to a table takes {HeaviestTransaction}.");
        }

        TableTransactionAction[] actions =
        [
            basis is null
                ? new(TableTransactionActionType.Add, rows.Instance)
                : new(TableTransactionActionType.UpdateReplace, rows.Instance, basis.ETag),
            .. rows.Parts.Select(part => new TableTransactionAction(TableTransactionActionType.UpsertReplace, part)),
            .. rows.Obsolete.Take(LargestTransaction - 1 - rows.Parts.Count).Select(Deletion),
        ];
        var responses = await _table.SubmitTransactionAsync(actions, cancellationToken);
        return responses.Value[0].Headers.ETag!.Value;
    }

    private static TableTransactionAction Deletion(TableEntity row) => new(TableTransactionActionType.Delete, row, ETag.All);

    private static bool IsConflict(RequestFailedException refused) =>
        refused.Status is 409 or 412 || refused.ErrorCode is "ResourceNotFound" or "EntityNotFound";

    private static bool IsTooLarge(RequestFailedException refused) =>
        refused.Status == 413 || refused.ErrorCode is "EntityTooLarge" or "PropertyValueTooLarge" or "RequestBodyTooLarge";
}
