using MicroCred.Emulator.Durable;
using MicroCred.Emulator.Tests.Durable.World;

namespace MicroCred.Emulator.Tests.Durable;

public abstract class EventTests(StoreKind kind) : DurableTest(kind)
{
    [Fact]
    public async Task An_event_reaches_the_one_who_waits_for_it()
    {
        Functions.Orchestrator("Wait", context => context.WaitForExternalEvent<string>("Decision"));
        var id = await Client.ScheduleNewOrchestrationInstanceAsync("Wait");

        await Client.RaiseEventAsync(id, "Decision", "approve");

        Assert.Equal("approve", (await EndOfAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task An_event_that_comes_early_is_kept()
    {
        Functions.Orchestrator("Wait", async context =>
        {
            await context.WaitForExternalEvent<object>("First");
            return await context.WaitForExternalEvent<string>("Second");
        });
        var id = await Client.ScheduleNewOrchestrationInstanceAsync("Wait");

        await Client.RaiseEventAsync(id, "Second", "early");
        await Client.RaiseEventAsync(id, "First");

        Assert.Equal("early", (await EndOfAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Events_of_one_name_come_in_the_order_in_which_they_were_raised()
    {
        Functions.Orchestrator("Wait", async context =>
        {
            await context.WaitForExternalEvent<object>("Go");
            var first = await context.WaitForExternalEvent<int>("Number");
            return new[] { first, await context.WaitForExternalEvent<int>("Number") };
        });
        var id = await Client.ScheduleNewOrchestrationInstanceAsync("Wait");

        await Client.RaiseEventAsync(id, "Number", 1);
        await Client.RaiseEventAsync(id, "Number", 2);
        await Client.RaiseEventAsync(id, "Go");

        var ended = await EndOfAsync(id);
        Assert.Equal([1, 2], ended.ReadOutputAs<int[]>()!);
    }

    [Fact]
    public async Task Names_of_events_are_the_same_in_any_case()
    {
        Functions.Orchestrator("Wait", context => context.WaitForExternalEvent<string>("DECISION"));
        var id = await Client.ScheduleNewOrchestrationInstanceAsync("Wait");

        await Client.RaiseEventAsync(id, "decision", "approve");

        Assert.Equal("approve", (await EndOfAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Of_two_who_wait_the_latest_gets_the_event()
    {
        Functions.Orchestrator("Wait", async context =>
        {
            var earlier = context.WaitForExternalEvent<string>("Decision");
            var later = context.WaitForExternalEvent<string>("Decision");
            return await Task.WhenAny(earlier, later) == later ? "the later" : "the earlier";
        });
        var id = await Client.ScheduleNewOrchestrationInstanceAsync("Wait");

        await Client.RaiseEventAsync(id, "Decision", "approve");

        Assert.Equal("the later", (await EndOfAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task One_who_has_given_up_does_not_swallow_the_event()
    {
        Functions.Orchestrator("Wait", async context =>
        {
            using var giveUp = new CancellationTokenSource();
            _ = context.WaitForExternalEvent<string>("Decision", giveUp.Token);
            giveUp.Cancel();
            await context.WaitForExternalEvent<object>("Go");
            return await context.WaitForExternalEvent<string>("Decision");
        });
        var id = await Client.ScheduleNewOrchestrationInstanceAsync("Wait");

        await Client.RaiseEventAsync(id, "Decision", "approve");
        await Client.RaiseEventAsync(id, "Go");

        Assert.Equal("approve", (await EndOfAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Waiting_for_an_event_for_too_long_is_a_task_cancelled()
    {
        Functions.Orchestrator("Wait", async context =>
        {
            try
            {
                return await context.WaitForExternalEvent<string>("Decision", TimeSpan.FromDays(30));
            }
            catch (TaskCanceledException)
            {
                return $"gave up after {(context.CurrentUtcDateTime - new DateTime(2026, 1, 5, 9, 0, 0, DateTimeKind.Utc)).TotalDays} days";
            }
        });

        var ended = await RunAsync("Wait");

        Assert.Equal("gave up after 30 days", ended.ReadOutputAs<string>());
    }

    [Fact]
    public async Task An_event_in_time_ends_the_waiting_and_its_timer()
    {
        Functions.Orchestrator("Wait", context => context.WaitForExternalEvent<string>("Decision", TimeSpan.FromDays(30)));
        using var hold = Clock.Hold();
        var id = await Client.ScheduleNewOrchestrationInstanceAsync("Wait");

        await Client.RaiseEventAsync(id, "Decision", "approve");

        Assert.Equal("approve", (await EndOfAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task An_event_without_a_payload_gives_null()
    {
        Functions.Orchestrator("Wait", async context => await context.WaitForExternalEvent<string?>("Decision") is null);
        var id = await Client.ScheduleNewOrchestrationInstanceAsync("Wait");

        await Client.RaiseEventAsync(id, "Decision");

        Assert.True((await EndOfAsync(id)).ReadOutputAs<bool>());
    }

    [Fact]
    public async Task An_event_of_another_type_is_an_exception_where_it_is_waited_for()
    {
        Functions.Orchestrator("Wait", context => context.WaitForExternalEvent<int>("Number"));
        var id = await Client.ScheduleNewOrchestrationInstanceAsync("Wait");

        await Client.RaiseEventAsync(id, "Number", "many");

        var ended = await EndOfAsync(id);
        Assert.Equal(OrchestrationRuntimeStatus.Failed, ended.RuntimeStatus);
        Assert.StartsWith("System.Text.Json.JsonException", ended.SerializedOutput, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_event_for_an_unknown_instance_is_refused_as_not_found()
    {
        var refused = await Assert.ThrowsAsync<RpcException>(() => Client.RaiseEventAsync("nobody", "Decision"));

        Assert.Equal(StatusCode.NotFound, refused.StatusCode);
        Assert.Contains("No instance with ID 'nobody' was found.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_event_for_an_instance_that_has_ended_is_refused_as_a_failed_precondition()
    {
        Functions.Orchestrator("Nothing", _ => Task.CompletedTask);
        var ended = await RunAsync("Nothing");

        var refused = await Assert.ThrowsAsync<RpcException>(() => Client.RaiseEventAsync(ended.InstanceId, "Decision"));

        Assert.Equal(StatusCode.FailedPrecondition, refused.StatusCode);
        Assert.Contains("The orchestration instance with the provided instance id is not running.", refused.Message, StringComparison.Ordinal);
    }

    public sealed class InMemory() : EventTests(StoreKind.Memory);

    public sealed class OnTables() : EventTests(StoreKind.Tables);
}
