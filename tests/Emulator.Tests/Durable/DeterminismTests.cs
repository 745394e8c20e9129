using MicroCred.Emulator.Durable;
using MicroCred.Emulator.Tests.Durable.World;

namespace MicroCred.Emulator.Tests.Durable;

public abstract class DeterminismTests(StoreKind kind) : DurableTest(kind)
{
    private const string Beginning = "DurableTask.Core.Exceptions.NonDeterministicOrchestrationException: Non-Deterministic workflow detected: ";
    private const string Question = "Was a change made to the orchestrator code after this instance had already started running?";

    [Fact]
    public async Task Another_activity_than_before_is_named()
    {
        var output = await ChangeAsync(
            context => context.CallActivityAsync("Hello"),
            context => context.CallActivityAsync("Echo2"));

        Assert.Equal(
            Beginning + "A previous execution of this orchestration scheduled an activity task with sequence number 0 named 'Hello', but the current "
            + $"orchestration replay instead scheduled an activity task named 'Echo2' with this sequence number.  {Question}",
            output);
    }

    [Fact]
    public async Task A_timer_in_place_of_an_activity_is_named()
    {
        var output = await ChangeAsync(
            context => context.CallActivityAsync("Hello"),
            context => context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None));

        Assert.Equal(
            Beginning + "A previous execution of this orchestration scheduled an activity task with sequence number 0 named 'Hello', but the current "
            + $"orchestration replay instead produced a CreateTimerOrchestratorAction action with this sequence number. {Question}",
            output);
    }

    [Fact]
    public async Task An_activity_that_is_no_longer_called_is_named()
    {
        var output = await ChangeAsync(context => context.CallActivityAsync("Hello"), _ => Task.CompletedTask);

        Assert.Equal(
            Beginning + "A previous execution of this orchestration scheduled an activity task with sequence ID 0 and name 'Hello' (version ''), but "
            + $"the current replay execution hasn't (yet?) scheduled this task. {Question}",
            output);
    }

    [Fact]
    public async Task A_timer_that_is_no_longer_set_is_named()
    {
        var output = await ChangeAsync(context => context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None), _ => Task.CompletedTask);

        Assert.Equal(
            Beginning + "A previous execution of this orchestration scheduled a timer task with sequence number 0 but the current replay execution "
            + $"hasn't (yet?) scheduled this task. {Question}",
            output);
    }

    [Fact]
    public async Task Another_sub_orchestration_than_before_is_named()
    {
        Functions.Orchestrator("Child", context => context.WaitForExternalEvent<string>("Never"));
        var output = await ChangeAsync(
            context => context.CallSubOrchestratorAsync("Child", new SubOrchestrationOptions(instanceId: "c")),
            context => context.CallSubOrchestratorAsync("Other", new SubOrchestrationOptions(instanceId: "c")));

        Assert.Equal(
            Beginning + "A previous execution of this orchestration scheduled a sub-orchestration task with sequence ID 0 and name 'Child' (version '', "
            + "instance ID 'c'), but the current orchestration replay instead scheduled a sub-orchestration task with name Other at this sequence "
            + $"number. {Question}",
            output);
    }

    [Theory]
    [InlineData("delay")]
    [InlineData("delay after an activity")]
    [InlineData("delay without the context")]
    [InlineData("thread of its own")]
    [InlineData("task that never ends")]
    public async Task Awaiting_what_is_not_durable_fails_the_instance(string how)
    {
        Functions.Activity("Work", (string _) => "done");
        Functions.Orchestrator("Illegal", async context =>
        {
            if (how == "delay after an activity")
                await context.CallActivityAsync("Work");
            await (how switch
            {
                "delay without the context" => Task.Delay(30).ContinueWith(_ => context.NewGuid(), TaskScheduler.Default),
                "thread of its own" => Task.Run(() => Thread.Sleep(30)),
                "task that never ends" => new TaskCompletionSource().Task,
                _ => Task.Delay(30),
            });
            await context.CallActivityAsync("Work");
        });

        var ended = await RunAsync("Illegal");

        Assert.Equal(OrchestrationRuntimeStatus.Failed, ended.RuntimeStatus);
        Assert.StartsWith(
            "System.InvalidOperationException: An invalid asynchronous invocation was detected.", ended.SerializedOutput, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Awaiting_what_is_not_durable_beside_what_is_fails_the_instance_when_it_goes_on()
    {
        Functions.Orchestrator("Illegal", async context =>
        {
            await Task.WhenAny(Task.Delay(30), context.WaitForExternalEvent<string>("Never"));
            await context.CallActivityAsync("Work");
        });

        Assert.Contains("An invalid asynchronous invocation was detected.", (await RunAsync("Illegal")).SerializedOutput, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_context_is_for_the_orchestrators_own_thread()
    {
        Functions.Orchestrator("Illegal", async context =>
        {
            var elsewhere = Assert.Throws<AggregateException>(() => Task.Run(() => context.CallActivityAsync("Work")).Wait());
            await context.WaitForExternalEvent<string>("Go");
            return elsewhere.InnerException!.Message;
        });
        var id = await Client.ScheduleNewOrchestrationInstanceAsync("Illegal");
        await Client.RaiseEventAsync(id, "Go", "go");

        Assert.StartsWith("An invalid asynchronous invocation was detected.", (await EndOfAsync(id)).ReadOutputAs<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Yielding_and_combining_durable_tasks_is_allowed()
    {
        Functions.Activity("Work", (int number) => number);
        Functions.Orchestrator("Legal", async context =>
        {
            await Task.Yield();
            var works = Enumerable.Range(1, 3).Select(WorkAsync).ToList();
            var first = await await Task.WhenAny(works);
            return first + (await Task.WhenAll(works)).Sum();

            async Task<int> WorkAsync(int number)
            {
                await Task.Yield();
                return await context.CallActivityAsync<int>("Work", number);
            }
        });

        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await RunAsync("Legal")).RuntimeStatus);
    }

    private async Task<string?> ChangeAsync(Func<TaskOrchestrationContext, Task> before, Func<TaskOrchestrationContext, Task> after)
    {
        using var hold = Clock.Hold();
        var working = new TaskCompletionSource<string>();
        Functions.Activity("Hello", (string _) => working.Task);
        Functions.Orchestrator("Changing", before);
        var id = await Client.ScheduleNewOrchestrationInstanceAsync("Changing");

        Functions.Orchestrator("Changing", after);
        await Client.RaiseEventAsync(id, "Anything");

        return (await EndOfAsync(id)).SerializedOutput;
    }

    public sealed class InMemory() : DeterminismTests(StoreKind.Memory);

    public sealed class OnTables() : DeterminismTests(StoreKind.Tables);
}
