namespace MicroCred.Emulator.Durable.Engine;

/// <summary>Whether an instance may be started over another of the same id.</summary>
internal sealed class IdReuse
{
    private static readonly OrchestrationRuntimeStatus[] Live =
        [OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Suspended];

    private readonly OrchestrationRuntimeStatus[] _forbidden;

    private IdReuse(OrchestrationRuntimeStatus[] forbidden) => _forbidden = forbidden;

    /// <param name="dedupeStatuses">
    /// Names of the statuses that forbid it. Every other one allows it, that of a running instance too, which is terminated for it. When
    /// nothing is said, an instance that has ended allows it and one that has not forbids it.
    /// </param>
    /// <exception cref="ArgumentException">
    /// A name isn't a status; or a running instance would be terminated although that forbids the start.
    /// </exception>
    public static IdReuse Parse(IReadOnlyList<string>? dedupeStatuses)
    {
        if (dedupeStatuses is null)
            return new IdReuse(Live);

        OrchestrationRuntimeStatus[] forbidden = [.. dedupeStatuses.Select(Parse)];
        if (forbidden.Contains(OrchestrationRuntimeStatus.Terminated) && !Live.All(forbidden.Contains))
        {
            throw new ArgumentException(
                "Invalid dedupe statuses: with 'Terminated' among them, 'Running', 'Pending' and 'Suspended' have to be too, since an "
                + "instance in one of these would be terminated for the new one, which then could not start.");
        }

        return new IdReuse(forbidden);
    }

    public bool IsForbiddenBy(OrchestrationRuntimeStatus status) => _forbidden.Contains(status);

    private static OrchestrationRuntimeStatus Parse(string name) =>
        Enum.TryParse<OrchestrationRuntimeStatus>(name, ignoreCase: true, out var status)
            ? status
            : throw new ArgumentException($"Invalid orchestration runtime status: '{name}' for deduplication.");
}
