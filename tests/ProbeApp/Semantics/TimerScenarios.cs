using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace MicroCred.ProbeApp.Semantics;

/// <summary>Timers: when they fire, and how they are cancelled.</summary>
public static class TimerScenarios
{
    [Scenario("Completed \"to the second when it was due\"")]
    public static Task<string> A_timer_fires_when_it_is_dueAsync(Play play) => play.RunAsync(nameof(SleepSomeSeconds));

    [Scenario("Completed [\"early\",\"late\"]")]
    public static Task<string> Timers_fire_in_the_order_in_which_they_are_dueAsync(Play play) => play.RunAsync(nameof(SleepTwice));

    [Scenario("Completed \"at once\"")]
    public static Task<string> A_timer_in_the_past_fires_at_onceAsync(Play play) => play.RunAsync(nameof(SleepUntilYesterday));

    [Scenario("Completed \"event, timer Canceled, then another 1\"")]
    public static async Task<string> An_event_before_the_timer_wins_and_the_timer_does_no_harm_afterwardsAsync(Play play)
    {
        var id = await play.StartAsync(nameof(RaceTimer), 15);
        await play.Client.RaiseEventAsync(id, "Decision", "approve");
        return await play.EndAsync(id);
    }

    [Scenario("Completed \"timer\"")]
    public static Task<string> A_timer_before_the_event_winsAsync(Play play) => play.RunAsync(nameof(RaceTimer), 1);

    [Scenario("Completed \"returned\", not before the timer")]
    public static async Task<string> An_orchestration_that_returns_does_not_end_while_a_timer_is_openAsync(Play play)
    {
        var id = await play.StartAsync(nameof(ForgetTimer));
        var end = await play.Client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true);
        return $"{Play.TextOf(end)}, {(end.LastUpdatedAt - end.CreatedAt >= TimeSpan.FromSeconds(5) ? "not before" : "before")} the timer";
    }

    /// <summary>
    /// The engine hides a timer's message for a whole number of seconds, the most that a storage queue can tell apart, so a timer may fire up
    /// to a second early.
    /// </summary>
    [Function(nameof(SleepSomeSeconds))]
    public static async Task<string> SleepSomeSeconds([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var due = context.CurrentUtcDateTime.AddSeconds(3);
        await context.CreateTimer(due, CancellationToken.None);
        var early = due - context.CurrentUtcDateTime;
        return early < TimeSpan.FromSeconds(1) ? "to the second when it was due" : $"{early} early";
    }

    [Function(nameof(SleepTwice))]
    public static async Task<List<string>> SleepTwice([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var fired = new List<string>();
        var late = NoteAsync(context.CreateTimer(TimeSpan.FromSeconds(20), CancellationToken.None), "late");
        var early = NoteAsync(context.CreateTimer(TimeSpan.FromSeconds(1), CancellationToken.None), "early");
        await Task.WhenAll(late, early);
        return fired;

        async Task NoteAsync(Task timer, string name)
        {
            await timer;
            fired.Add(name);
        }
    }

    [Function(nameof(SleepUntilYesterday))]
    public static async Task<string> SleepUntilYesterday([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var before = context.CurrentUtcDateTime;
        await context.CreateTimer(before.AddDays(-1), CancellationToken.None);
        return context.CurrentUtcDateTime - before < TimeSpan.FromMinutes(1) ? "at once" : "late";
    }

    /// <summary>
    /// Waits for an event, at most as many seconds as its input says; if the event comes, also waits out the cancelled timer.
    /// </summary>
    [Function(nameof(RaceTimer))]
    public static async Task<string> RaceTimer([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        using var giveUp = new CancellationTokenSource();
        var time = TimeSpan.FromSeconds(context.GetInput<int>());
        var timer = context.CreateTimer(time, giveUp.Token);
        var decision = context.WaitForExternalEvent<string>("Decision");
        if (await Task.WhenAny(timer, decision) == timer)
        {
            return "timer";
        }

        giveUp.Cancel();
        await context.CreateTimer(time + TimeSpan.FromSeconds(1), CancellationToken.None);
        return $"event, timer {timer.Status}, then another {await context.CallActivityAsync<int>(nameof(ActivityScenarios.Echo), 1)}";
    }

    [Function(nameof(ForgetTimer))]
    public static Task<string> ForgetTimer([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        _ = context.CreateTimer(TimeSpan.FromSeconds(5), CancellationToken.None);
        return Task.FromResult("returned");
    }
}
