using Microsoft.Azure.Functions.Worker;

namespace MicroCred.ProbeApp.Durable;

/// <summary>An activity in an internal class, which the worker calls by reflection.</summary>
internal static class InternalActivities
{
    [Function(nameof(FailInside))]
    public static async Task<int> FailInside([ActivityTrigger] int input)
    {
        await Task.Yield();
        throw new CustomFault($"failure {input}", new ArgumentException("inner"));
    }
}
