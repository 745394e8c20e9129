using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace MicroCred.ProbeApp.Semantics;

/// <summary>Functions that aren't public, which the worker calls another way than those that are.</summary>
internal static class HiddenFunctions
{
    [Function(nameof(CallHiddenAsync))]
    public static Task<string> CallHiddenAsync([OrchestrationTrigger] TaskOrchestrationContext context) =>
        context.CallActivityAsync<string>(nameof(FailHiddenAsync), "x");

    [Function(nameof(FailHiddenAsync))]
    public static Task<string> FailHiddenAsync([ActivityTrigger] string input) =>
        Task.FromException<string>(new InvalidOperationException("hidden"));
}
