using System.Collections.Concurrent;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace MicroCred.ProbeApp.Semantics;

/// <summary>Activities: their inputs and results, failures and retries.</summary>
public static class ActivityScenarios
{
    private static readonly ConcurrentDictionary<string, int> Tries = new();
    private static readonly TaskCompletionSource Never = new();

    [Scenario("Completed [1,2,3,4,5,6,7,8,9,10]")]
    public static Task<string> Results_of_many_at_once_come_in_the_order_of_the_callsAsync(Play play) => play.RunAsync(nameof(FanOut), 10);

    [Scenario("Completed \"null\"")]
    public static Task<string> An_activity_without_a_result_gives_nullAsync(Play play) => play.RunAsync(nameof(AskForNothing));

    [Scenario("Failed Microsoft.DurableTask.TaskFailedException: Task 'FailPlainly' (#0) failed with an unhandled exception: failure 1")]
    public static Task<string> A_failure_that_nobody_handles_is_the_output_in_plain_textAsync(Play play) =>
        play.RunAsync(nameof(CallFailing), "plainly");

    [Scenario(
        "Completed \"Task 'FailPlainly' (#1) failed with an unhandled exception: failure 1; System.InvalidOperationException; "
            + "System.ArgumentException; True; False\""
    )]
    public static Task<string> A_failure_tells_what_went_wrong_and_which_call_it_wasAsync(Play play) =>
        play.RunAsync(nameof(CallFailing), "catching");

    [Scenario(
        "Failed Microsoft.DurableTask.TaskFailedException: Task 'NoSuch' (#0) failed with an unhandled exception: "
            + "Exception of type 'DurableTask.Core.Exceptions.TaskFailedException' was thrown."
    )]
    public static Task<string> An_unknown_activity_failsAsync(Play play) => play.RunAsync(nameof(CallFailing), "nobody");

    [Scenario(
        "Failed {\"message\":\"The function 'NoSuch' doesn't exist, is disabled, or is not an orchestrator function. Additional info: "
    )]
    public static async Task<string> An_unknown_orchestrator_starts_and_failsAsync(Play play)
    {
        var end = await play.RunAsync("NoSuch");
        return end[..end.IndexOf("The following", StringComparison.Ordinal)];
    }

    [Scenario(
        "Failed System.AggregateException: One or more errors occurred. (Task 'FailHidden' (#0) failed with an unhandled exception: "
            + "One or more errors occurred. (hidden))"
    )]
    public static Task<string> What_fails_in_a_class_that_is_not_public_is_wrappedAsync(Play play) =>
        play.RunAsync(nameof(HiddenFunctions.CallHidden));

    [Scenario("Completed \"tried 3 times, with pauses\"")]
    public static Task<string> A_failed_activity_is_tried_again_after_pausesAsync(Play play) => play.RunAsync(nameof(Retry), 2);

    [Scenario("Failed Microsoft.DurableTask.TaskFailedException: Task 'FailPlainly' (#4) failed with an unhandled exception: failure 3")]
    public static Task<string> After_the_last_attempt_the_last_failure_countsAsync(Play play) => play.RunAsync(nameof(Retry), 9);

    [Scenario("Completed \"2 attempts\"")]
    public static Task<string> A_handler_says_whether_to_try_againAsync(Play play) => play.RunAsync(nameof(RetryByHandler));

    [Scenario(
        "Failed System.InvalidOperationException: An invalid asynchronous invocation was detected. "
            + "This can be caused by awaiting non-durable tasks in an orchestrator function's implementation "
            + "or by middleware that invokes asynchronous code."
    )]
    public static Task<string> Awaiting_what_is_not_durable_failsAsync(Play play) => play.RunAsync(nameof(AwaitThePool));

    [Scenario(
        "Failed DurableTask.Core.Exceptions.NonDeterministicOrchestrationException: Non-Deterministic workflow detected: "
            + "A previous execution of this orchestration scheduled an activity task with sequence number 0 named 'Echo', "
            + "but the current orchestration replay instead scheduled an activity task named 'FailPlainly' with this sequence number.  "
            + "Was a change made to the orchestrator code after this instance had already started running?"
    )]
    public static Task<string> An_orchestrator_that_does_otherwise_than_before_failsAsync(Play play) => play.RunAsync(nameof(DoOtherwise));

    [Function(nameof(DoNothing))]
    public static Task DoNothing([OrchestrationTrigger] TaskOrchestrationContext context) => Task.CompletedTask;

    [Function(nameof(FanOut))]
    public static Task<int[]> FanOut([OrchestrationTrigger] TaskOrchestrationContext context) =>
        Task.WhenAll(Enumerable.Range(1, context.GetInput<int>()).Select(number => context.CallActivityAsync<int>(nameof(Echo), number)));

    [Function(nameof(AskForNothing))]
    public static async Task<string> AskForNothing([OrchestrationTrigger] TaskOrchestrationContext context) =>
        await context.CallActivityAsync<string?>(nameof(GiveNothing)) ?? "null";

    [Function(nameof(CallFailing))]
    public static async Task<string> CallFailing([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        if (context.GetInput<string>() != "catching")
        {
            await context.CallActivityAsync<int>(context.GetInput<string>() == "nobody" ? "NoSuch" : nameof(FailPlainly), 9);
            return "no failure";
        }

        await context.CreateTimer(TimeSpan.FromSeconds(1), CancellationToken.None);
        try
        {
            await context.CallActivityAsync<int>(nameof(FailPlainly), 9);
            return "no failure";
        }
        catch (TaskFailedException failed)
        {
            var details = failed.FailureDetails;
            return string.Join(
                "; ",
                failed.Message,
                details.ErrorType,
                details.InnerFailure?.ErrorType,
                details.IsCausedBy<InvalidOperationException>(),
                details.IsCausedBy<TimeoutException>()
            );
        }
    }

    /// <summary>Three attempts, one and two seconds apart, at an activity that fails as often as the input says.</summary>
    [Function(nameof(Retry))]
    public static async Task<string> Retry([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var began = context.CurrentUtcDateTime;
        var tries = await context.CallActivityAsync<int>(
            nameof(FailPlainly),
            context.GetInput<int>(),
            TaskOptions.FromRetryPolicy(new RetryPolicy(3, TimeSpan.FromSeconds(1), backoffCoefficient: 2))
        );
        return $"tried {tries} times, {(context.CurrentUtcDateTime - began >= TimeSpan.FromSeconds(3) ? "with pauses" : "at once")}";
    }

    [Function(nameof(RetryByHandler))]
    public static async Task<string> RetryByHandler([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var attempts = 0;
        try
        {
            await context.CallActivityAsync<int>(
                nameof(FailPlainly),
                9,
                TaskOptions.FromRetryHandler(retry =>
                {
                    attempts = retry.LastAttemptNumber;
                    return retry.LastFailure.IsCausedBy<InvalidOperationException>() && attempts < 2;
                })
            );
        }
        catch (TaskFailedException)
        {
            return $"{attempts} attempts";
        }

        return "no failure";
    }

    [Function(nameof(AwaitThePool))]
    public static async Task<int> AwaitThePool([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        await Never.Task;
        return await context.CallActivityAsync<int>(nameof(Echo), 1);
    }

    [Function(nameof(DoOtherwise))]
    public static Task<int> DoOtherwise([OrchestrationTrigger] TaskOrchestrationContext context) =>
        context.CallActivityAsync<int>(context.IsReplaying ? nameof(FailPlainly) : nameof(Echo), 0);

    [Function(nameof(Echo))]
    public static int Echo([ActivityTrigger] int number) => number;

    [Function(nameof(GiveNothing))]
    public static string? GiveNothing([ActivityTrigger] string? input) => input;

    /// <summary>Fails as often as the input says, and then returns the number of tries.</summary>
    [Function(nameof(FailPlainly))]
    public static int FailPlainly([ActivityTrigger] int failures, string instanceId)
    {
        var tries = Tries.AddOrUpdate(instanceId, 1, (_, before) => before + 1);
        return tries > failures ? tries : throw new InvalidOperationException($"failure {tries}", new ArgumentException("inner"));
    }
}
