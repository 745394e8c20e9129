using System.Collections.Concurrent;
using System.Diagnostics;
using MicroCred.Emulator.Tests.Durable.Faults;
using MicroCred.Emulator.Tests.Durable.World;

namespace MicroCred.Emulator.Tests.Durable;

public abstract class RecoveryTests(StoreKind kind) : DurableTest(kind)
{
    [Fact]
    public async Task An_activity_that_was_cut_off_runs_again()
    {
        var hasBegun = new TaskCompletionSource();
        var runs = 0;
        Functions.Activity("Work", async (string _) =>
        {
            if (Interlocked.Increment(ref runs) == 1)
            {
                hasBegun.SetResult();
                await new TaskCompletionSource().Task;
            }

            return $"run {runs}";
        });
        Functions.Orchestrator("Work", context => context.CallActivityAsync<string>("Work"));
        var id = await Client.ScheduleNewOrchestrationInstanceAsync("Work");
        await hasBegun.Task;

        await RestartEngineAsync();

        Assert.Equal("run 2", (await EndOfAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task What_runs_after_a_restart_belongs_to_the_trace_that_started_the_orchestration()
    {
        Functions.Activity("Work", (string _) => "done");
        Functions.Orchestrator("Work", async context =>
        {
            await context.WaitForExternalEvent<object>("Go");
            return await context.CallActivityAsync<string>("Work");
        });
        using var span = new Activity("start").Start();
        var id = await Client.ScheduleNewOrchestrationInstanceAsync("Work");
        span.Stop();
        await RestartEngineAsync();

        await Client.RaiseEventAsync(id, "Go");

        await EndOfAsync(id);
        Assert.Equal([span.Id], Functions.TraceParents);
    }

    [Fact]
    public async Task An_activity_that_had_ended_does_not_run_again()
    {
        var runs = new ConcurrentQueue<int>();
        Functions.Activity("Work", (int number) =>
        {
            runs.Enqueue(number);
            return number;
        });
        Functions.Orchestrator("Work", async context =>
        {
            await context.CallActivityAsync<int>("Work", 1);
            await context.WaitForExternalEvent<object>("Go");
            await context.CallActivityAsync<int>("Work", 2);
        });
        using var hold = Clock.Hold();
        var id = await Client.ScheduleNewOrchestrationInstanceAsync("Work");
        await Client.RaiseEventAsync(id, "Something");
        await Engine.StopAsync(CancellationToken.None);

        await RestartEngineAsync();
        await Client.RaiseEventAsync(id, "Go");
        await EndOfAsync(id);

        Assert.Equal([1, 2], runs);
    }

    [Fact]
    public async Task A_stop_waits_for_the_activities_that_run()
    {
        var hasBegun = new TaskCompletionSource();
        var runs = 0;
        Functions.Activity("Work", async (string _) =>
        {
            Interlocked.Increment(ref runs);
            hasBegun.TrySetResult();
            await Task.Delay(50);
            return "done";
        });
        Functions.Orchestrator("Work", context => context.CallActivityAsync<string>("Work"));
        var id = await Client.ScheduleNewOrchestrationInstanceAsync("Work");
        await hasBegun.Task;

        await Engine.StopAsync(CancellationToken.None);

        await RestartEngineAsync();
        Assert.Equal("done", (await EndOfAsync(id)).ReadOutputAs<string>());
        Assert.Equal(1, runs);
    }

    [Fact]
    public async Task Two_engines_on_one_store_lose_nothing_and_take_nothing_twice()
    {
        const int Each = 25;
        Functions.Orchestrator("Add", async context =>
        {
            var numbers = new List<int>();
            while (numbers.Count < 2 * Each)
                numbers.Add(await context.WaitForExternalEvent<int>("Number"));
            return numbers.Order();
        });
        var one = Client;
        await StartEngineAsync();
        var id = await one.ScheduleNewOrchestrationInstanceAsync("Add");

        await Task.WhenAll(
            Task.WhenAll(Enumerable.Range(0, Each).Select(number => one.RaiseEventAsync(id, "Number", number))),
            Task.WhenAll(Enumerable.Range(Each, Each).Select(number => Client.RaiseEventAsync(id, "Number", number))));

        while (!(await StateOfAsync(id)).IsCompleted)
            await Task.Delay(10);
        Assert.Equal(Enumerable.Range(0, 2 * Each), (await StateOfAsync(id)).ReadOutputAs<int[]>()!);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task A_purge_whose_answer_was_lost_still_counts(int call)
    {
        Functions.Orchestrator("Nothing", _ => Task.CompletedTask);
        await RunAsync("Nothing", instanceId: "once");
        await StartEngineAsync(await StoreWithAsync(new Fault(FaultKind.AnswerLost, call + 2)));

        Assert.Equal(1, (await Client.PurgeInstanceAsync("once")).PurgedInstanceCount);
    }

    [Fact]
    public async Task A_waiting_instance_needs_nothing_in_memory()
    {
        Functions.Orchestrator("Wait", context => context.WaitForExternalEvent<string>("Never"));

        await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Client.ScheduleNewOrchestrationInstanceAsync("Wait")));
        await Engine.WhenIdleAsync();

        Assert.Equal(0, Engine.ActiveInstances);
    }

    [Fact]
    public async Task Instances_that_only_wait_are_not_looked_at_when_an_engine_starts()
    {
        Functions.Orchestrator("Wait", context => context.WaitForExternalEvent<string>("Never"));
        Functions.Orchestrator("Nothing", _ => Task.CompletedTask);
        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Client.ScheduleNewOrchestrationInstanceAsync("Wait")));
        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Client.ScheduleNewOrchestrationInstanceAsync("Nothing")));
        var counted = new Fault(FaultKind.FailsOnce, 0);

        await StartEngineAsync(await StoreWithAsync(counted));
        await Engine.WhenIdleAsync();

        Assert.Equal(2, counted.Calls);
    }

    public sealed class InMemory() : RecoveryTests(StoreKind.Memory);

    public sealed class OnTables() : RecoveryTests(StoreKind.Tables);
}
