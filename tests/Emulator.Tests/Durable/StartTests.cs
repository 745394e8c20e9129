using MicroCred.Emulator.Durable;
using MicroCred.Emulator.Tests.Durable.World;

namespace MicroCred.Emulator.Tests.Durable;

public abstract class StartTests(StoreKind kind) : DurableTest(kind)
{
    [Fact]
    public async Task Of_eight_starts_of_one_id_at_once_exactly_one_wins()
    {
        Functions.Orchestrator("Wait", context => context.WaitForExternalEvent<string>("Never"));
        var other = Client;
        await StartEngineAsync();

        var starts = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => Task.Run(
            () => TryStartAsync("the-one", number % 2 == 0 ? Client : other))));

        Assert.Single(starts, won => won);
    }

    [Fact]
    public async Task A_running_id_is_not_started_again()
    {
        Functions.Orchestrator("Wait", context => context.WaitForExternalEvent<string>("Never"));
        await Client.ScheduleNewOrchestrationInstanceAsync("Wait", new StartOrchestrationOptions("taken"));

        var refused = await Assert.ThrowsAsync<OrchestrationAlreadyExistsException>(
            () => Client.ScheduleNewOrchestrationInstanceAsync("Wait", new StartOrchestrationOptions("taken")));

        Assert.Equal("An Orchestration instance with the ID taken already exists.", refused.Message);
    }

    [Fact]
    public async Task A_suspended_id_is_not_started_again()
    {
        Functions.Orchestrator("Wait", context => context.WaitForExternalEvent<string>("Never"));
        await Client.ScheduleNewOrchestrationInstanceAsync("Wait", new StartOrchestrationOptions("taken"));
        await Client.SuspendInstanceAsync("taken");

        Assert.False(await TryStartAsync("taken"));
    }

    [Fact]
    public async Task An_id_that_has_ended_is_started_again_and_forgets_what_it_was()
    {
        Functions.Orchestrator("Wait", context =>
        {
            context.SetCustomStatus(context.GetInput<string>());
            return context.WaitForExternalEvent<string>("End");
        });
        await Client.ScheduleNewOrchestrationInstanceAsync("Wait", "first", new StartOrchestrationOptions("again"));
        await Client.RaiseEventAsync("again", "End", "ended");
        await EndOfAsync("again");

        await Client.ScheduleNewOrchestrationInstanceAsync("Wait", "second", new StartOrchestrationOptions("again"));

        var state = await StateOfAsync("again");
        Assert.Equal(OrchestrationRuntimeStatus.Running, state.RuntimeStatus);
        Assert.Equal(("\"second\"", "\"second\"", null), (state.SerializedInput, state.SerializedCustomStatus, state.SerializedOutput));
    }

    [Fact]
    public async Task An_ended_status_to_dedupe_by_makes_the_start_fail()
    {
        Functions.Orchestrator("Nothing", _ => Task.CompletedTask);
        await RunAsync("Nothing", instanceId: "once");

        await Assert.ThrowsAsync<OrchestrationAlreadyExistsException>(() => Client.ScheduleNewOrchestrationInstanceAsync(
            "Nothing", new StartOrchestrationOptions("once").WithDedupeStatuses(OrchestrationRuntimeStatus.Completed)));
        await Client.ScheduleNewOrchestrationInstanceAsync(
            "Nothing", new StartOrchestrationOptions("once").WithDedupeStatuses(OrchestrationRuntimeStatus.Failed));
    }

    [Fact]
    public async Task A_running_status_that_is_not_among_those_to_dedupe_by_is_ended_for_the_new_start()
    {
        Functions.Orchestrator("Wait", context => context.WaitForExternalEvent<string>(context.GetInput<string>()!));
        await Client.ScheduleNewOrchestrationInstanceAsync("Wait", "first", new StartOrchestrationOptions("again"));

        await Client.ScheduleNewOrchestrationInstanceAsync(
            "Wait", "second", new StartOrchestrationOptions("again").WithDedupeStatuses(OrchestrationRuntimeStatus.Completed));
        await Client.RaiseEventAsync("again", "first", "from the first");
        await Client.RaiseEventAsync("again", "second", "from the second");

        Assert.Equal("from the second", (await EndOfAsync("again")).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Statuses_to_dedupe_by_that_contradict_one_another_are_refused()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Client.ScheduleNewOrchestrationInstanceAsync(
            "Wait", new StartOrchestrationOptions("again").WithDedupeStatuses(OrchestrationRuntimeStatus.Terminated)));
        await Assert.ThrowsAsync<ArgumentException>(() => Client.ScheduleNewOrchestrationInstanceAsync(
            "Wait", new StartOrchestrationOptions("again") { DedupeStatuses = ["Asleep"] }));
    }

    [Fact]
    public async Task A_start_in_the_future_is_pending_until_then()
    {
        Functions.Orchestrator("Nothing", context => Task.FromResult(context.CurrentUtcDateTime));
        var hold = Clock.Hold();
        var at = Clock.GetUtcNow().AddDays(3);
        await Client.ScheduleNewOrchestrationInstanceAsync("Nothing", new StartOrchestrationOptions("later", at));
        Assert.Equal(OrchestrationRuntimeStatus.Pending, (await StateOfAsync("later")).RuntimeStatus);
        Assert.False(await TryStartAsync("later"));

        await RestartEngineAsync();
        hold.Dispose();

        Assert.Equal(at.UtcDateTime, (await EndOfAsync("later")).ReadOutputAs<DateTime>());
    }

    [Fact]
    public async Task What_is_raised_before_a_start_in_the_future_is_kept()
    {
        Functions.Orchestrator("Wait", context => context.WaitForExternalEvent<string>("Decision"));
        using var hold = Clock.Hold();
        await Client.ScheduleNewOrchestrationInstanceAsync("Wait", new StartOrchestrationOptions("later", Clock.GetUtcNow().AddDays(3)));

        await Client.RaiseEventAsync("later", "Decision", "early");
        hold.Dispose();

        Assert.Equal("early", (await EndOfAsync("later")).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Ids_may_have_signs_but_not_begin_with_an_at()
    {
        Functions.Orchestrator("Echo", context => Task.FromResult(context.InstanceId));

        foreach (var id in new[] { "a#b:c", "a/b\\c?d", "100%", "it's", "tohu mātauranga", "!002F" })
            Assert.Equal(id, (await RunAsync("Echo", instanceId: id)).ReadOutputAs<string>());
        await Assert.ThrowsAsync<ArgumentException>(() => RunAsync("Echo", instanceId: "@entity"));
    }

    [Fact]
    public async Task A_start_returns_when_its_first_step_is_written()
    {
        Functions.Orchestrator("Wait", context => context.WaitForExternalEvent<string>("Never"));

        var id = await Client.ScheduleNewOrchestrationInstanceAsync("Wait");

        Assert.Equal(OrchestrationRuntimeStatus.Running, (await StateOfAsync(id)).RuntimeStatus);
    }

    private async Task<bool> TryStartAsync(string instanceId, DurableTaskClient? client = null)
    {
        try
        {
            await (client ?? Client).ScheduleNewOrchestrationInstanceAsync("Wait", new StartOrchestrationOptions(instanceId));
            return true;
        }
        catch (OrchestrationAlreadyExistsException)
        {
            return false;
        }
    }

    public sealed class InMemory() : StartTests(StoreKind.Memory);

    public sealed class OnTables() : StartTests(StoreKind.Tables);
}
