using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;

namespace MicroCred.CrashProof.Tests.World;

/// <summary>What lies in the storage account, read past the proxy: the traces that applications leave.</summary>
internal sealed class Traces(AppWorld world)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    private static readonly string[] Tables = ["Applications", "Underway", "Worklists", "Register"];

    // Not "incoming": what an upload that broke off leaves there, the account's own rule deletes.
    private static readonly string[] Containers = ["documents", "register"];

    private readonly TableServiceClient _tables = new(world.Storage);
    private readonly BlobServiceClient _blobs = new(world.Storage);
    private readonly QueueServiceClient _queues = new(world.Storage);

    /// <summary>Waits for the one open evaluation with somebody to do it.</summary>
    /// <returns>The task's id and whose it is.</returns>
    /// <exception cref="TimeoutException">None comes in time.</exception>
    public async Task<(string Task, string Assignee)> EvaluationAsync(TimeSpan limit)
    {
        // "task|<assignee>|<task>"
        string? row = null;
        await UntilAsync(
            async () =>
                (
                    row = (await KeysAsync("Underway"))
                        .Select(keys => keys.Row)
                        .FirstOrDefault(row => row.StartsWith("task|evaluator", StringComparison.Ordinal))
                )
                    is null
                    ? "Nobody gets the evaluation."
                    : "",
            limit
        );
        return (row!.Split('|')[2], row.Split('|')[1]);
    }

    /// <summary>
    /// Waits until an application is published and nothing moves any more: nothing intended, nothing orchestrated, no message.
    /// </summary>
    /// <exception cref="TimeoutException">It isn't so in time.</exception>
    public Task RestAsync(string application, TimeSpan limit) => UntilAsync(() => MissingAsync(application), limit);

    /// <summary>
    /// The keys of every row that the app keeps, every blob, every letter that was sent, every orchestration's state: a line each.
    /// </summary>
    public async Task<IReadOnlyList<string>> LinesAsync()
    {
        var lines = new List<string>();
        foreach (var table in Tables)
        {
            lines.AddRange((await KeysAsync(table)).Select(keys => $"row {table} {Timeless(keys.Partition)} {keys.Row}").Distinct());
        }

        foreach (var container in Containers)
        {
            lines.AddRange(
                await _blobs.GetBlobContainerClient(container).GetBlobsAsync().Select(blob => $"blob {container} {blob.Name}").ToListAsync()
            );
        }

        lines.AddRange((await OrchestrationsAsync()).Select(status => $"orchestration {status}"));
        lines.AddRange(Enumerable.Repeat("message set aside", await MessagesAsync("notifications-poison")));
        if (Directory.Exists(world.Outbox))
        {
            lines.AddRange(
                Directory
                    .GetFiles(world.Outbox, "*.eml")
                    .Select(File.ReadAllLines)
                    .Select(letter => $"letter {Header(letter, "To")} {Header(letter, "Subject")}")
            );
        }

        return lines;
    }

    // "answer|<time>|<application>|<key>" is noted before the answer is kept, so that a command which broke off and came again has it
    // twice.
    private static string Timeless(string partition) =>
        partition.Split('|') is ["answer", _, .. var which] ? $"answer|{string.Join('|', which)}" : partition;

    // Looking costs the machine that the app runs on, too.
    private static async Task UntilAsync(Func<Task<string>> missing, TimeSpan limit)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (await missing() is { Length: > 0 } still)
        {
            if (TimeProvider.System.GetElapsedTime(start) > limit)
            {
                throw new TimeoutException($"It goes no further: {still}");
            }

            await Task.Delay(Pause);
        }
    }

    private static string Header(string[] letter, string name) =>
        letter.First(line => line.StartsWith($"{name}: ", StringComparison.Ordinal));

    // Each is asked for after what leads to it: acts to orchestrations, these to activities, these to letters.
    private async Task<string> MissingAsync(string application)
    {
        if (
            !(
                await _tables.GetTableClient("Worklists").GetEntityIfExistsAsync<TableEntity>($"closed|Published|{application}", "line")
            ).HasValue
        )
        {
            return "It isn't published.";
        }

        if (await KeysAsync("Underway") is [var row, ..])
        {
            return $"{row.Row} is still there.";
        }

        if ((await OrchestrationsAsync()).FirstOrDefault(status => status != "Completed") is { } status)
        {
            return $"An orchestration is {status}.";
        }

        return await MessagesAsync("microcred-workitems") > 0 ? "An activity waits."
            : await MessagesAsync("notifications") > 0 ? "A letter waits."
            : "";
    }

    private async Task<IReadOnlyList<(string Partition, string Row)>> KeysAsync(string table) =>
        [
            .. await _tables
                .GetTableClient(table)
                .QueryAsync<TableEntity>(select: ["PartitionKey", "RowKey"])
                .Select(row => (row.PartitionKey, row.RowKey))
                .ToListAsync(),
        ];

    private async Task<IReadOnlyList<string>> OrchestrationsAsync() =>
        [
            .. await _tables
                .GetTableClient("MicroCredInstances")
                .QueryAsync<TableEntity>()
                .Select(row => row.GetString("RuntimeStatus"))
                .ToListAsync(),
        ];

    // Hidden ones too.
    private async Task<int> MessagesAsync(string name)
    {
        var queue = _queues.GetQueueClient(name);
        return await queue.ExistsAsync() ? (await queue.GetPropertiesAsync()).Value.ApproximateMessagesCount : 0;
    }
}
