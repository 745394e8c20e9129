namespace MicroCred.Emulator.Durable.Stores;

/// <summary>Which instances are looked for.</summary>
internal sealed record InstanceQuery(
    string? IdPrefix = null,
    DateTimeOffset? CreatedFrom = null,
    DateTimeOffset? CreatedTo = null,
    IReadOnlyCollection<OrchestrationRuntimeStatus>? Statuses = null,
    bool WithPayloads = false)
{
    public bool Matches(InstanceState state) =>
        (IdPrefix is null || state.InstanceId.StartsWith(IdPrefix, StringComparison.Ordinal))
        && (CreatedFrom is null || state.CreatedAt >= CreatedFrom)
        && (CreatedTo is null || state.CreatedAt <= CreatedTo)
        && (Statuses is null || Statuses.Contains(state.Status));
}
