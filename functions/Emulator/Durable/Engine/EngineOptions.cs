namespace MicroCred.Emulator.Durable.Engine;

/// <summary>The engine's settings, from <c>extensions.durableTask</c> of host.json.</summary>
internal sealed record EngineOptions
{
    /// <summary>The hub's name: what its tables' names begin with.</summary>
    public string HubName { get; init; } = "MicroCred";

    /// <summary>How many activities run at the same time.</summary>
    public int MaxConcurrentActivityFunctions { get; init; } = 10 * Environment.ProcessorCount;

    /// <summary>How many orchestrations take a turn at the same time.</summary>
    public int MaxConcurrentOrchestratorFunctions { get; init; } = 10 * Environment.ProcessorCount;
}
