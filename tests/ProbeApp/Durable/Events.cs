using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace MicroCred.ProbeApp.Durable;

/// <summary>Orchestrators that wait for events.</summary>
public static class Events
{
    /// <summary>Returns the decision; its input is its custom status until then.</summary>
    [Function(nameof(AwaitDecision))]
    public static async Task<string> AwaitDecision([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        if (context.GetInput<string>() is { } status)
        {
            context.SetCustomStatus(status);
        }

        return await context.WaitForExternalEvent<string>("Decision");
    }

    /// <summary>Waits first for the event that comes last.</summary>
    [Function(nameof(AwaitGoThenDecision))]
    public static async Task<string> AwaitGoThenDecision([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        await context.WaitForExternalEvent<string>("Go");
        return await context.WaitForExternalEvent<string>("Decision");
    }

    /// <summary>Greets the name in its input, and returns the decision.</summary>
    [Function(nameof(GreetAndAwaitDecision))]
    public static async Task<string> GreetAndAwaitDecision([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        await context.CallActivityAsync<string>(nameof(Activities.Greet), context.GetInput<string>());
        return await context.WaitForExternalEvent<string>("Decision");
    }

    /// <summary>Continues as new with each number, and returns all once it has as many as its input says.</summary>
    [Function(nameof(CollectNumbers))]
    public static async Task<int[]> CollectNumbers([OrchestrationTrigger] TaskOrchestrationContext context)
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

    /// <summary>Calls a sub-orchestration that waits, under an id from the input.</summary>
    [Function(nameof(CallOneThatWaits))]
    public static Task<string> CallOneThatWaits([OrchestrationTrigger] TaskOrchestrationContext context) =>
        context.CallSubOrchestratorAsync<string>(
            nameof(AwaitDecision),
            options: new SubOrchestrationOptions(instanceId: context.GetInput<string>())
        );

    public sealed record Collected(int Wanted, int[] Numbers);
}
