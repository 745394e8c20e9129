using MicroCred.Emulator.Tests.Durable.World;

namespace MicroCred.Emulator.Tests.Durable;

public abstract class ContinueAsNewTests(StoreKind kind) : DurableTest(kind)
{
    [Fact]
    public async Task An_orchestration_begins_again_with_its_new_input()
    {
        Functions.Orchestrator("Count", async context =>
        {
            var count = context.GetInput<int>();
            await context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
            if (count < 10)
                context.ContinueAsNew(count + 1);
            return count;
        });
        var began = Clock.GetUtcNow();

        var ended = await RunAsync("Count", 1);

        Assert.Equal(10, ended.ReadOutputAs<int>());
        Assert.Equal(began.AddDays(10), ended.LastUpdatedAt);
    }

    [Fact]
    public async Task Events_that_nobody_has_waited_for_go_along()
    {
        Functions.Orchestrator("Collect", async context =>
        {
            var received = context.GetInput<List<string>>()!;
            received.Add(await context.WaitForExternalEvent<string>("Item"));
            if (received.Count < 4)
                context.ContinueAsNew(received);
            return received;
        });
        var id = await Client.ScheduleNewOrchestrationInstanceAsync("Collect", Array.Empty<string>());
        await Client.SuspendInstanceAsync(id);
        foreach (var item in new[] { "a", "b", "c", "d" })
            await Client.RaiseEventAsync(id, "Item", item);

        await Client.ResumeInstanceAsync(id);

        var ended = await EndOfAsync(id);
        Assert.Equal(["a", "b", "c", "d"], ended.ReadOutputAs<string[]>()!);
    }

    [Fact]
    public async Task Events_can_be_left_behind()
    {
        Functions.Orchestrator("Collect", async context =>
        {
            if (context.GetInput<string>() is "second")
                return await context.WaitForExternalEvent<string>("Item");

            await context.WaitForExternalEvent<object>("Go");
            context.ContinueAsNew("second", preserveUnprocessedEvents: false);
            return null;
        });
        var id = await Client.ScheduleNewOrchestrationInstanceAsync("Collect", "first");
        await Client.RaiseEventAsync(id, "Item", "left behind");
        await Client.RaiseEventAsync(id, "Go");

        await Client.RaiseEventAsync(id, "Item", "new");

        Assert.Equal("new", (await EndOfAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task The_next_run_has_no_custom_status_until_it_sets_one()
    {
        Functions.Orchestrator("Status", async context =>
        {
            if (context.GetInput<string>() is "second")
            {
                await context.WaitForExternalEvent<object>("End");
                return;
            }

            context.SetCustomStatus("first");
            context.ContinueAsNew("second");
        });

        var id = await Client.ScheduleNewOrchestrationInstanceAsync("Status", "first");

        Assert.Equal("null", (await StateOfAsync(id)).SerializedCustomStatus);
    }

    [Fact]
    public async Task One_that_would_never_stop_to_wait_fails()
    {
        Functions.Orchestrator("Endless", context =>
        {
            context.ContinueAsNew();
            return Task.CompletedTask;
        });

        Assert.Contains("continued as new 1000 times without waiting", (await RunAsync("Endless")).SerializedOutput, StringComparison.Ordinal);
    }

    public sealed class InMemory() : ContinueAsNewTests(StoreKind.Memory);

    public sealed class OnTables() : ContinueAsNewTests(StoreKind.Tables);
}
