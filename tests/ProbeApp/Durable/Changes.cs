using MicroCred.ProbeApp.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace MicroCred.ProbeApp.Durable;

/// <summary>Orchestrators that break the rules, or that a new release changes.</summary>
public static class Changes
{
    /// <summary>Calls one activity at first, and on replay does what its input says instead.</summary>
    [Function(nameof(ChangeItsMind))]
    public static async Task<string> ChangeItsMind([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var mind = context.IsReplaying ? context.GetInput<string>() : null;
        switch (mind)
        {
            case null:
                return await context.CallActivityAsync<string>(nameof(Activities.Greet), "Ani");
            case "timer":
                await context.CreateTimer(TimeSpan.FromSeconds(1), CancellationToken.None);
                return mind;
            case "nothing":
                return mind;
            default:
                return $"{await context.CallActivityAsync<int>(nameof(Activities.FailAtFirst), 0)}";
        }
    }

    /// <summary>Awaits a task that isn't durable.</summary>
    [Function(nameof(AwaitSomethingElse))]
    public static async Task<string> AwaitSomethingElse([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        await Signals.UntilAsync(context.InstanceId);
        return await context.CallActivityAsync<string>(nameof(Activities.Greet), "Ani");
    }

    /// <summary>Returns the version that it was started with, and whether the code takes the new path.</summary>
    [Function(nameof(TellVersion))]
    public static async Task<string> TellVersion([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        await context.WaitForExternalEvent<string>("Go");
        return $"{context.Version} {(context.CompareVersionTo("2.0") >= 0 ? "new" : "old")}";
    }
}
