using Azure.Data.Tables;

namespace MicroCred.Emulator.Durable.Stores.Tables;

/// <summary>A query as the table service understands it.</summary>
internal static class InstanceFilter
{
    public static string Of(InstanceQuery query)
    {
        var conditions = new List<string> { TableClient.CreateQueryFilter($"RowKey eq {InstanceRow.RowKey}") };
        if (!string.IsNullOrEmpty(query.IdPrefix))
        {
            var first = InstanceKey.Of(query.IdPrefix);
            conditions.Add(TableClient.CreateQueryFilter($"PartitionKey ge {first} and PartitionKey lt {first + '\uFFFF'}"));
        }

        if (query.CreatedFrom is { } from)
            conditions.Add(TableClient.CreateQueryFilter($"CreatedAt ge {from}"));
        if (query.CreatedTo is { } to)
            conditions.Add(TableClient.CreateQueryFilter($"CreatedAt le {to}"));
        if (query.Statuses is { Count: > 0 } statuses)
        {
            var any = statuses.Select(status => TableClient.CreateQueryFilter($"Status eq {status.ToString()}"));
            conditions.Add($"({string.Join(" or ", any)})");
        }

        return string.Join(" and ", conditions);
    }
}
