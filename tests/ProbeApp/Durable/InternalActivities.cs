using Microsoft.Azure.Functions.Worker;

namespace MicroCred.ProbeApp.Durable;

/// <summary>An activity in an internal class, which the worker calls by reflection.</summary>
internal static class InternalActivities
{
    [Function(nameof(FailInsideAsync))]
    public static async Task<int> FailInsideAsync([ActivityTrigger] int input)
    {
        await Task.Yield();
        throw new CustomFault($"failure {input}", new ArgumentException("inner"));
    }
}
