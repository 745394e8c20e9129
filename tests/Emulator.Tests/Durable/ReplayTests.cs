using MicroCred.Emulator.Durable;
using MicroCred.Emulator.Tests.Durable.World;

namespace MicroCred.Emulator.Tests.Durable;

public abstract class ReplayTests(StoreKind kind) : DurableTest(kind)
{
    [Fact]
    public async Task Activities_in_sequence_give_their_results()
    {
        Functions.Activity("Greet", (string name) => $"Kia ora {name}");
        Functions.Orchestrator("Greetings", async context => new[]
        {
            await context.CallActivityAsync<string>("Greet", "Aroha"),
            await context.CallActivityAsync<string>("Greet", "Wiremu"),
        });

        var ended = await RunAsync("Greetings");

        Assert.Equal(OrchestrationRuntimeStatus.Completed, ended.RuntimeStatus);
        Assert.Equal(["Kia ora Aroha", "Kia ora Wiremu"], ended.ReadOutputAs<string[]>()!);
    }

    [Fact]
    public async Task Activities_side_by_side_give_their_results()
    {
        Functions.Activity("Double", (int number) => number * 2);
        Functions.Orchestrator("Doubles", context => Task.WhenAll(
            Enumerable.Range(1, 30).Select(number => context.CallActivityAsync<int>("Double", number))));

        var ended = await RunAsync("Doubles");

        Assert.Equal(Enumerable.Range(1, 30).Select(number => number * 2), ended.ReadOutputAs<int[]>()!);
    }

    [Fact]
    public async Task What_the_code_has_done_before_is_replayed()
    {
        var seen = new List<string>();
        Functions.Activity("Step", (int number) => number);
        Functions.Orchestrator("Steps", async context =>
        {
            lock (seen)
                seen.Add($"begin {context.IsReplaying}");
            await context.CallActivityAsync<int>("Step", 1);
            lock (seen)
                seen.Add($"middle {context.IsReplaying}");
            await context.CallActivityAsync<int>("Step", 2);
            lock (seen)
                seen.Add($"end {context.IsReplaying}");
        });

        await RunAsync("Steps");

        Assert.Equal(["begin False", "begin True", "middle False", "begin True", "middle True", "end False"], seen);
    }

    [Fact]
    public async Task Time_and_new_ids_are_the_same_at_each_replay()
    {
        var seen = new List<(DateTime, Guid, Guid)>();
        Functions.Activity("Step", (int number) => number);
        Functions.Orchestrator("Steps", async context =>
        {
            lock (seen)
                seen.Add((context.CurrentUtcDateTime, context.NewGuid(), context.NewGuid()));
            await context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
            return context.CurrentUtcDateTime;
        });

        var ended = await RunAsync("Steps");

        var (began, first, second) = Assert.Single(seen.Distinct());
        Assert.Equal(2, seen.Count);
        Assert.NotEqual(first, second);
        Assert.Equal(DateTimeKind.Utc, began.Kind);
        Assert.Equal(began.AddDays(1), ended.ReadOutputAs<DateTime>());
    }

    public sealed class InMemory() : ReplayTests(StoreKind.Memory);

    public sealed class OnTables() : ReplayTests(StoreKind.Tables);
}
