using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace MicroCred.ProbeApp.Semantics;

/// <summary>External events: early ones, bursts, several waiters, and instances that they can't reach.</summary>
public static class EventScenarios
{
    [Scenario("Completed \"approve\"")]
    public static async Task<string> An_event_reaches_the_one_who_waits_for_itAsync(Play play)
    {
        var id = await play.StartAsync(nameof(WaitForDecision));
        await play.UntilAsync(id, instance => instance.IsRunning);
        await play.Client.RaiseEventAsync(id, "Decision", "approve");
        return await play.EndAsync(id);
    }

    [Scenario("Completed \"approve\"")]
    public static async Task<string> Names_of_events_are_the_same_in_any_caseAsync(Play play)
    {
        var id = await play.StartAsync(nameof(WaitForDecision));
        await play.Client.RaiseEventAsync(id, "dECISION", "approve");
        return await play.EndAsync(id);
    }

    [Scenario("Completed [1,2,3,4,5,6,7,8,9,10,11,12]")]
    public static async Task<string> A_burst_that_comes_early_is_kept_in_its_orderAsync(Play play)
    {
        var id = await play.StartAsync(nameof(WaitForGoThenNumbers), 12);
        for (var number = 1; number <= 12; number++)
        {
            await play.Client.RaiseEventAsync(id, "Number", number);
        }

        await play.Client.RaiseEventAsync(id, "Go");
        return await play.EndAsync(id);
    }

    [Scenario("Completed \"the later\"")]
    public static async Task<string> Of_two_who_wait_the_latest_gets_the_eventAsync(Play play)
    {
        var id = await play.StartAsync(nameof(WaitTwice));
        await play.Client.RaiseEventAsync(id, "Decision", "approve");
        return await play.EndAsync(id);
    }

    [Scenario("Completed \"approve\"")]
    public static async Task<string> One_who_has_given_up_does_not_swallow_the_eventAsync(Play play)
    {
        var id = await play.StartAsync(nameof(GiveUpThenWait));
        await play.Client.RaiseEventAsync(id, "Decision", "approve");
        await play.Client.RaiseEventAsync(id, "Go");
        return await play.EndAsync(id);
    }

    [Scenario("Completed \"TaskCanceledException\"")]
    public static Task<string> Waiting_for_too_long_is_a_task_cancelledAsync(Play play) => play.RunAsync(nameof(WaitAtMostASecond));

    [Scenario("Completed \"approve\"")]
    public static async Task<string> An_event_in_time_ends_the_waiting_and_its_timerAsync(Play play)
    {
        var id = await play.StartAsync(nameof(WaitForAMonth));
        await play.Client.RaiseEventAsync(id, "Decision", "approve");
        return await play.EndAsync(id);
    }

    [Scenario("Completed \"null\"")]
    public static async Task<string> An_event_without_a_payload_gives_nullAsync(Play play)
    {
        var id = await play.StartAsync(nameof(WaitForAnything));
        await play.Client.RaiseEventAsync(id, "Decision");
        return await play.EndAsync(id);
    }

    [Scenario("Failed {\"message\":\"Function 'WaitForGoThenNumbers' failed with an unhandled exception.\"")]
    public static async Task<string> An_event_of_another_type_fails_where_it_is_waited_forAsync(Play play)
    {
        var id = await play.StartAsync(nameof(WaitForGoThenNumbers), 1);
        await play.Client.RaiseEventAsync(id, "Go");
        await play.Client.RaiseEventAsync(id, "Number", "many");
        return (await play.EndAsync(id)).Split(",\"details\"")[0];
    }

    [Scenario("Completed \"hello\"")]
    public static async Task<string> One_orchestration_sends_an_event_to_anotherAsync(Play play)
    {
        var id = await play.StartAsync(nameof(WaitForDecision));
        await play.StartAsync(nameof(SendDecision), id);
        return await play.EndAsync(id);
    }

    [Scenario("RpcException Status(StatusCode=\"NotFound\", Detail=\"No instance with ID '<id>' was found. (Parameter 'instanceId')\")")]
    public static Task<string> An_event_for_an_unknown_instance_is_not_foundAsync(Play play)
    {
        var id = Play.NewId();
        return Play.RefusalAsync(id, () => play.Client.RaiseEventAsync(id, "Decision"));
    }

    [Scenario(
        "RpcException Status(StatusCode=\"FailedPrecondition\", "
            + "Detail=\"The orchestration instance with the provided instance id is not running.\")"
    )]
    public static async Task<string> An_event_for_an_instance_that_has_ended_is_a_failed_preconditionAsync(Play play)
    {
        var id = await play.StartAsync(nameof(ActivityScenarios.DoNothing));
        await play.EndAsync(id);
        return await Play.RefusalAsync(id, () => play.Client.RaiseEventAsync(id, "Decision"));
    }

    [Function(nameof(WaitForDecision))]
    public static Task<string> WaitForDecision([OrchestrationTrigger] TaskOrchestrationContext context) =>
        context.WaitForExternalEvent<string>("Decision");

    [Function(nameof(WaitForGoThenNumbers))]
    public static async Task<List<int>> WaitForGoThenNumbers([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        await context.WaitForExternalEvent<string?>("Go");
        var numbers = new List<int>();
        while (numbers.Count < context.GetInput<int>())
        {
            numbers.Add(await context.WaitForExternalEvent<int>("Number"));
        }

        return numbers;
    }

    [Function(nameof(WaitTwice))]
    public static async Task<string> WaitTwice([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var earlier = context.WaitForExternalEvent<string>("Decision");
        var later = context.WaitForExternalEvent<string>("Decision");
        return await Task.WhenAny(earlier, later) == later ? "the later" : "the earlier";
    }

    [Function(nameof(GiveUpThenWait))]
    public static async Task<string> GiveUpThenWait([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        using var giveUp = new CancellationTokenSource();
        _ = context.WaitForExternalEvent<string>("Decision", giveUp.Token);
        giveUp.Cancel();
        await context.WaitForExternalEvent<string?>("Go");
        return await context.WaitForExternalEvent<string>("Decision");
    }

    [Function(nameof(WaitAtMostASecond))]
    public static async Task<string> WaitAtMostASecond([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        try
        {
            return await context.WaitForExternalEvent<string>("Decision", TimeSpan.FromSeconds(1));
        }
        catch (OperationCanceledException gaveUp)
        {
            return gaveUp.GetType().Name;
        }
    }

    [Function(nameof(WaitForAMonth))]
    public static Task<string> WaitForAMonth([OrchestrationTrigger] TaskOrchestrationContext context) =>
        context.WaitForExternalEvent<string>("Decision", TimeSpan.FromDays(30));

    [Function(nameof(WaitForAnything))]
    public static async Task<string> WaitForAnything([OrchestrationTrigger] TaskOrchestrationContext context) =>
        await context.WaitForExternalEvent<string?>("Decision") ?? "null";

    [Function(nameof(SendDecision))]
    public static Task SendDecision([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        context.SendEvent(context.GetInput<string>()!, "Decision", "hello");
        return Task.CompletedTask;
    }
}
