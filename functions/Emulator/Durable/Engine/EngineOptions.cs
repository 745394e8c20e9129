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

    /// <summary>The version that orchestrations are started with, and that the code is of; none when null.</summary>
    public string? DefaultVersion { get; init; }

    /// <summary>Which instances the code may run, by their version.</summary>
    public VersionMatchStrategy VersionMatchStrategy { get; init; } = VersionMatchStrategy.CurrentOrOlder;

    /// <summary>What becomes of one that it may not run.</summary>
    public VersionFailureStrategy VersionFailureStrategy { get; init; } = VersionFailureStrategy.Reject;
}
