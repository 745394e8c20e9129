namespace MicroCred.Emulator.Durable.Engine;

/// <summary>The statuses, by name, over which a start isn't to start again.</summary>
internal static class DedupeStatuses
{
    /// <exception cref="ArgumentException">One of the names isn't a status.</exception>
    public static IReadOnlyCollection<OrchestrationRuntimeStatus> Parse(IReadOnlyList<string>? names) => [.. (names ?? []).Select(Parse)];

    private static OrchestrationRuntimeStatus Parse(string name) =>
        Enum.TryParse<OrchestrationRuntimeStatus>(name, ignoreCase: true, out var status)
            ? status
            : throw new ArgumentException($"Invalid orchestration runtime status: '{name}' for deduplication.");
}
