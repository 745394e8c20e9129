using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using MicroCred.Tests.Support;

namespace MicroCred.CrashProof.Tests.World;

/// <summary>What lies in the storage account, read past the proxy: the traces that an application leaves.</summary>
internal sealed class Traces(AppWorld world)
{
    private static readonly string[] Tables = ["Applications", "Underway", "Worklists", "Register"];

    private readonly TableServiceClient _tables = new(world.Storage);

    /// <summary>Waits for the one open evaluation with somebody to do it.</summary>
    /// <returns>The task's id and whose it is.</returns>
    public async Task<(string Task, string Assignee)> EvaluationAsync(TimeSpan limit)
    {
        // "task|<assignee>|<task>"
        var row = await Patience.UntilAsync(
            async () => (await KeysAsync("Underway")).Select(keys => keys.Row).FirstOrDefault(row => row.StartsWith("task|evaluator", StringComparison.Ordinal)),
            () => $"No evaluation comes.\n{world.Output}",
            limit);
        return (row.Split('|')[2], row.Split('|')[1]);
    }

    /// <summary>Whether nothing moves any more: published, nothing intended, no message waiting, the orchestration ended.</summary>
    public async Task<bool> AreAtRestAsync() =>
        (await KeysAsync("Worklists")).Any(keys => keys.Partition.StartsWith("closed|Published|", StringComparison.Ordinal))
        && (await KeysAsync("Underway")).Count == 0
        && await MessagesAsync("notifications") == 0
        && (await OrchestrationsAsync()).All(status => status == "Completed");

    /// <summary>The keys of every row that the app keeps, every blob, every message: a line each.</summary>
    public async Task<IReadOnlyList<string>> LinesAsync()
    {
        var lines = new List<string>();
        foreach (var table in Tables)
            lines.AddRange((await KeysAsync(table)).Select(keys => $"row {table} {keys.Partition} {keys.Row}"));
        foreach (var container in new[] { "incoming", "documents", "register" })
        {
            await foreach (var blob in new BlobContainerClient(world.Storage, container).GetBlobsAsync())
                lines.Add($"blob {container} {blob.Name}");
        }

        lines.Add($"messages waiting {await MessagesAsync("notifications")}, failed {await MessagesAsync("notifications-poison")}");
        lines.AddRange((await OrchestrationsAsync()).Select(status => $"orchestration {status}"));
        return lines;
    }

    /// <summary>The letters that were sent: to whom, and of what.</summary>
    public IReadOnlyList<string> Letters() => Directory.Exists(world.Outbox)
        ? [.. Directory.GetFiles(world.Outbox, "*.eml").Select(File.ReadAllLines).Select(letter => $"letter {Header(letter, "To")} {Header(letter, "Subject")}")]
        : [];

    private static string Header(string[] letter, string name) => letter.First(line => line.StartsWith($"{name}: ", StringComparison.Ordinal));

    private async Task<IReadOnlyList<(string Partition, string Row)>> KeysAsync(string table) =>
        [.. await _tables.GetTableClient(table).QueryAsync<TableEntity>(select: ["PartitionKey", "RowKey"]).Select(row => (row.PartitionKey, row.RowKey)).ToListAsync()];

    private async Task<IReadOnlyList<string>> OrchestrationsAsync() =>
        [.. await _tables.GetTableClient("MicroCredInstances").QueryAsync<TableEntity>().Select(row => row.GetString("RuntimeStatus")).ToListAsync()];

    private async Task<int> MessagesAsync(string queue)
    {
        var client = new QueueClient(world.Storage, queue);
        return await client.ExistsAsync() ? (await client.GetPropertiesAsync()).Value.ApproximateMessagesCount : 0;
    }
}
