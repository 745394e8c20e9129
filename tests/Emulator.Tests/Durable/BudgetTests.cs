using MicroCred.Emulator.Tests.Durable.Faults;
using MicroCred.Emulator.Tests.Durable.World;

namespace MicroCred.Emulator.Tests.Durable;

/// <summary>What orchestrations cost in storage calls; on tables a call is a request.</summary>
public abstract class BudgetTests(StoreKind kind) : DurableTest(kind)
{
    [Fact]
    public async Task Five_activities_in_sequence_cost_six_writes()
    {
        Functions.Activity("Step", (int number) => number);
        Functions.Orchestrator("Five", async context =>
        {
            for (var number = 0; number < 5; number++)
                await context.CallActivityAsync<int>("Step", number);
        });
        var counted = await CountAsync();

        await Client.ScheduleNewOrchestrationInstanceAsync("Five");
        await Engine.WhenIdleAsync();

        Assert.Equal(6, counted());
    }

    [Fact]
    public async Task Activities_side_by_side_cost_no_more_than_one_write_each()
    {
        Functions.Activity("Step", (int number) => number);
        Functions.Orchestrator("Ten", context => Task.WhenAll(
            Enumerable.Range(0, 10).Select(number => context.CallActivityAsync<int>("Step", number))));
        var counted = await CountAsync();

        await Client.ScheduleNewOrchestrationInstanceAsync("Ten");
        await Engine.WhenIdleAsync();

        Assert.InRange(counted(), 2, 11);
    }

    [Fact]
    public async Task An_event_for_one_who_waits_costs_a_read_and_a_write()
    {
        Functions.Orchestrator("Wait", context => context.WaitForExternalEvent<string>("Decision"));
        var id = await Client.ScheduleNewOrchestrationInstanceAsync("Wait");
        await Engine.WhenIdleAsync();
        var counted = await CountAsync();

        await Client.RaiseEventAsync(id, "Decision", "approve");

        Assert.Equal(2, counted());
    }

    [Fact]
    public async Task A_sub_orchestration_costs_two_writes_and_the_reading_of_its_parent()
    {
        Functions.Orchestrator("Child", _ => Task.CompletedTask);
        Functions.Orchestrator("Parent", context => context.CallSubOrchestratorAsync("Child"));
        var counted = await CountAsync();

        await Client.ScheduleNewOrchestrationInstanceAsync("Parent");
        await Engine.WhenIdleAsync();

        Assert.InRange(counted(), 3, 4);
    }

    [Fact]
    public async Task Those_who_wait_cost_nothing()
    {
        Functions.Orchestrator("Wait", context => context.WaitForExternalEvent<string>("Never", TimeSpan.FromDays(60)));
        using var hold = Clock.Hold();
        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Client.ScheduleNewOrchestrationInstanceAsync("Wait")));
        await Engine.WhenIdleAsync();
        var counted = await CountAsync();

        await Task.Delay(100);

        Assert.Equal(0, counted());
    }

    /// <summary>Puts an engine whose storage calls are counted in the place of the one that runs.</summary>
    private async Task<Func<int>> CountAsync()
    {
        await Engine.DisposeAsync();
        var counted = new Fault(FaultKind.FailsOnce, 0);
        await StartEngineAsync(await StoreWithAsync(counted));
        await Engine.WhenIdleAsync();
        var before = counted.Calls;
        return () => counted.Calls - before;
    }

    public sealed class InMemory() : BudgetTests(StoreKind.Memory);

    public sealed class OnTables() : BudgetTests(StoreKind.Tables);
}
