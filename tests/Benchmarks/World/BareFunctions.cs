using MicroCred.Emulator.Durable;
using MicroCred.Emulator.Worker;

namespace MicroCred.Benchmarks.World;

/// <summary>Orchestrations that do nothing, to see what doing it as an orchestration costs.</summary>
internal static class BareFunctions
{
    /// <summary>The event that <see cref="Long"/> waits for.</summary>
    public const string Again = "Again";

    /// <summary>Five activities one after another.</summary>
    [Function(nameof(Five))]
    public static async Task<int> Five([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        int sum = 0;
        for (int number = 1; number <= 5; number++)
        {
            sum += await context.CallActivityAsync<int>(nameof(Same), number);
        }

        return sum;
    }

    /// <summary>As many activities one after another as its input says; then waits for an event, again and again.</summary>
    [Function(nameof(Long))]
    public static async Task Long([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        for (int left = context.GetInput<int>(); left > 0; left--)
        {
            await context.CallActivityAsync<int>(nameof(Same), left);
        }

        context.SetCustomStatus("waiting");
        while (true)
        {
            await context.WaitForExternalEvent<int>(Again);
        }
    }

    /// <summary>Returns what it is given.</summary>
    [Function(nameof(Same))]
    public static int Same([ActivityTrigger] int number) => number;
}
