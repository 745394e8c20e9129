using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace MicroCred.ProbeApp.Semantics;

/// <summary>Non-public functions, which the worker calls in another way than public ones.</summary>
internal static class HiddenFunctions
{
    [Function(nameof(CallHidden))]
    public static Task<string> CallHidden([OrchestrationTrigger] TaskOrchestrationContext context) =>
        context.CallActivityAsync<string>(nameof(FailHidden), "x");

    [Function(nameof(FailHidden))]
    public static Task<string> FailHidden([ActivityTrigger] string input) =>
        Task.FromException<string>(new InvalidOperationException("hidden"));
}
