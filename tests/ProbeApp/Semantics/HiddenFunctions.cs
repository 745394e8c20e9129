using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace MicroCred.ProbeApp.Semantics;

/// <summary>Functions that aren't public, which the worker calls another way than those that are.</summary>
internal static class HiddenFunctions
{
    [Function(nameof(CallHidden))]
    public static Task<string> CallHidden([OrchestrationTrigger] TaskOrchestrationContext context) =>
        context.CallActivityAsync<string>(nameof(FailHidden), "x");

    [Function(nameof(FailHidden))]
    public static Task<string> FailHidden([ActivityTrigger] string input) =>
        Task.FromException<string>(new InvalidOperationException("hidden"));
}
