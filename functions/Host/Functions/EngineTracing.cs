using System.Diagnostics;

namespace MicroCred.Host.Functions;

/// <summary>
/// Has the durable engine keep an orchestration's trace and hand it on to the activities, as the Functions host does since June 2025
/// [Azure/azure-functions-host, issue 11136]. Its own spans go nowhere from here.
/// </summary>
internal static class EngineTracing
{
    private static readonly ActivityListener Listener = new()
    {
        ShouldListenTo = source => source.Name is "DurableTask.Core" or "WebJobs.Extensions.DurableTask",
        Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
    };

    /// <summary>Begins where host.json has the host trace by OpenTelemetry.</summary>
    public static void Begin(string? telemetryMode)
    {
        if (string.Equals(telemetryMode, "OpenTelemetry", StringComparison.OrdinalIgnoreCase))
            ActivitySource.AddActivityListener(Listener);
    }
}
