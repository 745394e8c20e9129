using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace MicroCred.ProbeApp.Semantics;

/// <summary>Sub-orchestrations, and orchestrations that continue as new.</summary>
public static class SubOrchestrationScenarios
{
    [Scenario("Completed \"6, called by CallThree\"")]
    public static Task<string> Several_run_side_by_side_and_know_who_called_themAsync(Play play) => play.RunAsync(nameof(CallThree));

    [Scenario(
        "Completed \"Task 'FailAsChild' (#0) failed with an unhandled exception: "
            + "Task 'FailPlainly' (#0) failed with an unhandled exception: failure 1; "
            + "Microsoft.DurableTask.TaskFailedException; System.InvalidOperationException\""
    )]
    public static Task<string> A_failure_goes_up_to_the_callerAsync(Play play) => play.RunAsync(nameof(CatchChild));

    [Scenario("Completed \"tried 3 times\"")]
    public static Task<string> One_that_fails_is_tried_againAsync(Play play) => play.RunAsync(nameof(RetryChild));

    [Scenario("child Completed \"approve\", caller Completed \"approve\"")]
    public static async Task<string> A_child_is_reached_under_the_id_that_it_was_givenAsync(Play play)
    {
        var child = Play.NewId();
        var caller = await play.StartAsync(nameof(CallUnderId), child);
        await play.UntilAsync(child, instance => instance.IsRunning);
        await play.Client.RaiseEventAsync(child, "Decision", "approve");
        return $"child {await play.EndAsync(child)}, caller {await play.EndAsync(caller)}";
    }

    [Scenario("caller Terminated \"enough\", child Running null")]
    public static async Task<string> Ending_the_caller_does_not_end_its_childAsync(Play play)
    {
        var child = Play.NewId();
        var caller = await play.StartAsync(nameof(CallUnderId), child);
        await play.UntilAsync(child, instance => instance.IsRunning);
        await play.Client.TerminateInstanceAsync(caller, "enough");
        return $"caller {await play.EndAsync(caller)}, child {await play.NowAsync(child)}";
    }

    [Scenario("Completed 5")]
    public static Task<string> One_that_continues_as_new_ends_with_its_last_runs_outputAsync(Play play) =>
        play.RunAsync(nameof(CountToFive), 1);

    [Scenario("Completed [\"a\",\"b\",\"c\",\"d\"]")]
    public static async Task<string> Events_that_nobody_has_waited_for_go_along_to_the_next_runAsync(Play play)
    {
        var id = await play.StartAsync(nameof(CollectAnew), Array.Empty<string>());
        foreach (var item in new[] { "a", "b", "c", "d" })
        {
            await play.Client.RaiseEventAsync(id, "Item", item);
        }

        return await play.EndAsync(id);
    }

    [Scenario("Completed \"new\"")]
    public static async Task<string> Events_can_be_left_behindAsync(Play play)
    {
        var id = await play.StartAsync(nameof(LeaveBehind), "first");
        await play.Client.RaiseEventAsync(id, "Item", "left behind");
        await play.Client.RaiseEventAsync(id, "Go");
        await play.UntilStatusAsync(id, "second");
        await play.Client.RaiseEventAsync(id, "Item", "new");
        return (await play.EndAsync(id)).Replace(" status \"second\"", "", StringComparison.Ordinal);
    }

    [Function(nameof(CallThree))]
    public static async Task<string> CallThree([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var parts = await Task.WhenAll(
            Enumerable.Range(1, 3).Select(number => context.CallSubOrchestratorAsync<Part>(nameof(TellCaller), number))
        );
        return $"{parts.Sum(part => part.Number)}, called by {parts.Select(part => part.Caller).Distinct().Single()}";
    }

    [Function(nameof(TellCaller))]
    public static async Task<Part> TellCaller([OrchestrationTrigger] TaskOrchestrationContext context) =>
        new(await context.CallActivityAsync<int>(nameof(ActivityScenarios.Echo), context.GetInput<int>()), context.Parent!.Name.Name);

    [Function(nameof(CatchChild))]
    public static async Task<string> CatchChild([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        try
        {
            return $"{await context.CallSubOrchestratorAsync<int>(nameof(FailAsChild), 9)}";
        }
        catch (TaskFailedException failed)
        {
            return string.Join("; ", failed.Message, failed.FailureDetails.ErrorType, failed.FailureDetails.InnerFailure?.ErrorType);
        }
    }

    [Function(nameof(RetryChild))]
    public static async Task<string> RetryChild([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var options = new SubOrchestrationOptions(
            TaskOptions.FromRetryPolicy(new RetryPolicy(3, TimeSpan.FromSeconds(1))),
            $"{context.InstanceId}-child"
        );
        return $"tried {await context.CallSubOrchestratorAsync<int>(nameof(FailAsChild), 2, options)} times";
    }

    [Function(nameof(FailAsChild))]
    public static Task<int> FailAsChild([OrchestrationTrigger] TaskOrchestrationContext context) =>
        context.CallActivityAsync<int>(nameof(ActivityScenarios.FailPlainly), context.GetInput<int>());

    [Function(nameof(CallUnderId))]
    public static Task<string> CallUnderId([OrchestrationTrigger] TaskOrchestrationContext context) =>
        context.CallSubOrchestratorAsync<string>(
            nameof(EventScenarios.WaitForDecision),
            options: new SubOrchestrationOptions(instanceId: context.GetInput<string>())
        );

    [Function(nameof(CountToFive))]
    public static async Task<int> CountToFive([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var count = await context.CallActivityAsync<int>(nameof(ActivityScenarios.Echo), context.GetInput<int>());
        if (count < 5)
        {
            context.ContinueAsNew(count + 1);
        }

        return count;
    }

    [Function(nameof(CollectAnew))]
    public static async Task<List<string>> CollectAnew([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var items = context.GetInput<List<string>>()!;
        items.Add(await context.WaitForExternalEvent<string>("Item"));
        if (items.Count < 4)
        {
            context.ContinueAsNew(items);
        }

        return items;
    }

    [Function(nameof(LeaveBehind))]
    public static async Task<string?> LeaveBehind([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        if (context.GetInput<string>() is "second")
        {
            context.SetCustomStatus("second");
            return await context.WaitForExternalEvent<string>("Item");
        }

        await context.WaitForExternalEvent<string?>("Go");
        context.ContinueAsNew("second", preserveUnprocessedEvents: false);
        return null;
    }

    public sealed record Part(int Number, string Caller);
}
