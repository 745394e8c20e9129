using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace MicroCred.ProbeApp.Durable;

/// <summary>
/// Orchestrators that call activities that succeed, fail, or don't exist. The class is public, so that the worker calls it without
/// reflection.
/// </summary>
public static class Calls
{
    [Function(nameof(CallGreet))]
    public static Task<string> CallGreet([OrchestrationTrigger] TaskOrchestrationContext context) =>
        context.CallActivityAsync<string>(nameof(Activities.Greet), context.GetInput<string>());

    [Function(nameof(CallWorkFor))]
    public static Task<string> CallWorkFor([OrchestrationTrigger] TaskOrchestrationContext context) =>
        context.CallActivityAsync<string>(nameof(Activities.WorkFor), context.GetInput<int>());

    /// <summary>Tries three times, a second apart.</summary>
    [Function(nameof(CallWithRetry))]
    public static Task<int> CallWithRetry([OrchestrationTrigger] TaskOrchestrationContext context) =>
        context.CallActivityAsync<int>(
            nameof(Activities.FailAtFirst),
            context.GetInput<int>(),
            TaskOptions.FromRetryPolicy(new RetryPolicy(3, TimeSpan.FromSeconds(1)))
        );

    /// <summary>Returns the failure details of the activity named in its input.</summary>
    [Function(nameof(CallAndCatch))]
    public static async Task<string> CallAndCatch([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        try
        {
            return $"{await context.CallActivityAsync<int>(context.GetInput<string>()!, 9)}";
        }
        catch (TaskFailedException failed)
        {
            var details = failed.FailureDetails;
            return string.Join("; ", failed.Message, details.ErrorType, details.InnerFailure?.ErrorType, details.IsCausedBy<CustomFault>());
        }
    }

    /// <summary>Waits a moment, then fails with its activity's failure.</summary>
    [Function(nameof(CallAfterTimer))]
    public static async Task<int> CallAfterTimer([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        await context.CreateTimer(TimeSpan.FromSeconds(1), CancellationToken.None);
        return await context.CallActivityAsync<int>(nameof(Activities.FailAtFirst), context.GetInput<int>());
    }

    [Function(nameof(CallNobody))]
    public static Task<string> CallNobody([OrchestrationTrigger] TaskOrchestrationContext context) =>
        context.CallActivityAsync<string>("NoSuch");
}
