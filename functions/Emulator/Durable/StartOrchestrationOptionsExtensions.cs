namespace MicroCred.Emulator.Durable;

/// <summary>Typed access to the statuses that make a second start fail.</summary>
public static class StartOrchestrationOptionsExtensions
{
    /// <summary>The same options, refusing to start again over an instance in one of these statuses.</summary>
    public static StartOrchestrationOptions WithDedupeStatuses(
        this StartOrchestrationOptions options, params OrchestrationRuntimeStatus[] dedupeStatuses) =>
        options with { DedupeStatuses = [.. dedupeStatuses.Select(status => status.ToString())] };
}
