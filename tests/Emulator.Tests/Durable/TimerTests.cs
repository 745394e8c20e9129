using MicroCred.Emulator.Durable;
using MicroCred.Emulator.Tests.Durable.World;

namespace MicroCred.Emulator.Tests.Durable;

public abstract class TimerTests(StoreKind kind) : DurableTest(kind)
{
    [Fact]
    public async Task A_timer_fires_when_it_is_due_and_not_before()
    {
        Functions.Orchestrator("Sleep", async context =>
        {
            await context.CreateTimer(TimeSpan.FromDays(60), CancellationToken.None);
            return context.CurrentUtcDateTime;
        });
        var began = Clock.GetUtcNow();

        var ended = await RunAsync("Sleep");

        Assert.Equal(began.AddDays(60).UtcDateTime, ended.ReadOutputAs<DateTime>());
    }

    [Fact]
    public async Task Timers_fire_in_the_order_in_which_they_are_due()
    {
        Functions.Orchestrator("Sleep", async context =>
        {
            var fired = new List<string>();
            var late = Note(context.CreateTimer(TimeSpan.FromHours(2), CancellationToken.None), "late");
            var early = Note(context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None), "early");
            await Task.WhenAll(late, early);
            return fired;

            async Task Note(Task timer, string name)
            {
                await timer;
                fired.Add(name);
            }
        });

        var ended = await RunAsync("Sleep");

        Assert.Equal(["early", "late"], ended.ReadOutputAs<string[]>()!);
    }

    [Fact]
    public async Task A_timer_in_the_past_fires_at_once()
    {
        Functions.Orchestrator("Sleep", context => context.CreateTimer(context.CurrentUtcDateTime.AddDays(-1), CancellationToken.None));
        using var hold = Clock.Hold();
        var id = await Client.ScheduleNewOrchestrationInstanceAsync("Sleep");
        hold.Dispose();

        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await EndOfAsync(id)).RuntimeStatus);
    }

    [Fact]
    public async Task An_event_before_the_timer_wins_and_the_timer_can_be_cancelled()
    {
        Functions.Orchestrator("Race", Race);
        using var hold = Clock.Hold();
        var id = await Client.ScheduleNewOrchestrationInstanceAsync("Race");

        await Client.RaiseEventAsync(id, "Decision");

        Assert.Equal("event, timer Canceled", (await EndOfAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task A_timer_before_the_event_wins()
    {
        Functions.Orchestrator("Race", Race);

        Assert.Equal("timer", (await RunAsync("Race")).ReadOutputAs<string>());
    }

    [Fact]
    public async Task An_orchestration_does_not_end_while_a_timer_is_open()
    {
        Functions.Orchestrator("Forgetful", context =>
        {
            _ = context.CreateTimer(TimeSpan.FromDays(7), CancellationToken.None);
            return Task.FromResult("returned");
        });
        var began = Clock.GetUtcNow();

        var ended = await RunAsync("Forgetful");

        Assert.Equal("returned", ended.ReadOutputAs<string>());
        Assert.Equal(began.AddDays(7), ended.LastUpdatedAt);
    }

    [Fact]
    public async Task A_timer_outlives_the_engine()
    {
        Functions.Orchestrator("Sleep", context => context.CreateTimer(TimeSpan.FromDays(60), CancellationToken.None));
        var hold = Clock.Hold();
        var id = await Client.ScheduleNewOrchestrationInstanceAsync("Sleep");

        await RestartEngineAsync();
        hold.Dispose();

        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await EndOfAsync(id)).RuntimeStatus);
    }

    private static async Task<string> Race(TaskOrchestrationContext context)
    {
        using var giveUp = new CancellationTokenSource();
        var timer = context.CreateTimer(TimeSpan.FromDays(1), giveUp.Token);
        var decision = context.WaitForExternalEvent<object>("Decision");
        if (await Task.WhenAny(timer, decision) == timer)
            return "timer";

        giveUp.Cancel();
        return $"event, timer {timer.Status}";
    }

    public sealed class InMemory() : TimerTests(StoreKind.Memory);

    public sealed class OnTables() : TimerTests(StoreKind.Tables);
}
