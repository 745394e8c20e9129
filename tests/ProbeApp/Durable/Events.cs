using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace MicroCred.ProbeApp.Durable;

/// <summary>Wait to be told.</summary>
public static class Events
{
    /// <summary>Ends with the decision; its input is its custom status meanwhile.</summary>
    [Function(nameof(AwaitDecisionAsync))]
    public static async Task<string> AwaitDecisionAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        if (context.GetInput<string>() is { } status)
        {
            context.SetCustomStatus(status);
        }

        return await context.WaitForExternalEvent<string>("Decision");
    }

    /// <summary>Waits first for what comes last.</summary>
    [Function(nameof(AwaitGoThenDecisionAsync))]
    public static async Task<string> AwaitGoThenDecisionAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        await context.WaitForExternalEvent<string>("Go");
        return await context.WaitForExternalEvent<string>("Decision");
    }

    /// <summary>Greets whom its input names, and ends with the decision.</summary>
    [Function(nameof(GreetAndAwaitDecisionAsync))]
    public static async Task<string> GreetAndAwaitDecisionAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        await context.CallActivityAsync<string>(nameof(Activities.Greet), context.GetInput<string>());
        return await context.WaitForExternalEvent<string>("Decision");
    }

    /// <summary>Begins anew with each number, and ends with all when there are as many as it was told.</summary>
    [Function(nameof(CollectNumbersAsync))]
    public static async Task<int[]> CollectNumbersAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var collected = context.GetInput<Collected>()!;
        if (collected.Numbers.Length == collected.Wanted)
        {
            return collected.Numbers;
        }

        var number = await context.WaitForExternalEvent<int>("Number");
        context.ContinueAsNew(collected with { Numbers = [.. collected.Numbers, number] });
        return [];
    }

    /// <summary>Has a child that waits, under an id that the input gives.</summary>
    [Function(nameof(CallOneThatWaitsAsync))]
    public static Task<string> CallOneThatWaitsAsync([OrchestrationTrigger] TaskOrchestrationContext context) =>
        context.CallSubOrchestratorAsync<string>(
            nameof(AwaitDecisionAsync),
            options: new SubOrchestrationOptions(instanceId: context.GetInput<string>())
        );

    public sealed record Collected(int Wanted, int[] Numbers);
}
