using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;

namespace MicroCred.CrashProof.Tests.World;

/// <summary>Applications' traces in the storage account, read bypassing the proxy.</summary>
internal sealed class Traces(AppWorld world)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    private static readonly string[] Tables = ["Applications", "Underway", "Worklists", "Register"];

    // Not "incoming": the account's lifecycle rule deletes what an interrupted upload leaves there.
    private static readonly string[] Containers = ["documents", "register"];

    // A timer writes these each minute: how often, and whether before the end, is up to the clock.
    private const string WrittenByTheMinute = "documents/";

    private readonly TableServiceClient _tables = new(world.Storage);
    private readonly BlobServiceClient _blobs = new(world.Storage);
    private readonly QueueServiceClient _queues = new(world.Storage);

    /// <summary>Waits for the single open evaluation to have an assignee.</summary>
    /// <returns>The task's id and its assignee.</returns>
    /// <exception cref="TimeoutException">There is none within the limit.</exception>
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

    /// <summary>Waits until an application is published and at rest: no outbox entry, no running orchestration, no message.</summary>
    /// <exception cref="TimeoutException">It isn't at rest within the limit.</exception>
    public Task RestAsync(string application, TimeSpan limit) => UntilAsync(() => MissingAsync(application), limit);

    /// <summary>One line for every row's keys, every blob, every letter sent, and every orchestration's state.</summary>
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
                await _blobs
                    .GetBlobContainerClient(container)
                    .GetBlobsAsync()
                    .Where(blob => container != "register" || !blob.Name.StartsWith(WrittenByTheMinute, StringComparison.Ordinal))
                    .Select(blob => $"blob {container} {blob.Name}")
                    .ToListAsync()
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

    // "answer|<time>|<application>|<key>" is written before the answer is stored, so a command that was interrupted and repeated has it
    // twice.
    private static string Timeless(string partition) =>
        partition.Split('|') is ["answer", _, .. var which] ? $"answer|{string.Join('|', which)}" : partition;

    // Polling also loads the machine that the app runs on.
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

    // Each is checked after its causes: actions, then orchestrations, then activities, then letters.
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

    // Including hidden messages.
    private async Task<int> MessagesAsync(string name)
    {
        var queue = _queues.GetQueueClient(name);
        return await queue.ExistsAsync() ? (await queue.GetPropertiesAsync()).Value.ApproximateMessagesCount : 0;
    }
}
