namespace MicroCred.Approval;

/// <summary>
/// The audit trail as a chain: each event carries the hash of the one before, so none can be changed, lost or moved unseen. That
/// the last ones weren't cut off shows in the application's own count and last hash.
/// </summary>
public static class AuditChain
{
    /// <summary>What stands for the hash before the first event: 64 zeros.</summary>
    public static string Origin { get; } = new('0', 64);

    /// <summary>Checks events in the order given, from number 1; null when the chain is whole.</summary>
    public static AuditBreak? Verify(IEnumerable<AuditEvent> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        var (expected, previous) = (1, Origin);
        foreach (var next in events)
        {
            if (next.Number != expected)
                return new(expected, $"Event {expected} is missing: number {next.Number} stands in its place.");
            if (next.PreviousHash != previous)
                return new(expected, $"Event {expected} doesn't follow the one before it.");
            if (next.Hash != AuditHash.Of(next))
                return new(expected, $"Event {expected} was changed after it was written.");
            (expected, previous) = (expected + 1, next.Hash);
        }
        return null;
    }

    /// <summary>Checks an application's events as <see cref="Verify(IEnumerable{AuditEvent})"/> does, and that none is cut off the end.</summary>
    public static AuditBreak? Verify(Application application, IReadOnlyList<AuditEvent> events)
    {
        ArgumentNullException.ThrowIfNull(application);
        ArgumentNullException.ThrowIfNull(events);
        if (Verify(events) is { } broken)
            return broken;
        if (events.Count != application.EventCount)
            return new(Math.Min(events.Count, application.EventCount) + 1, $"There are {events.Count} events; the application counts {application.EventCount}.");
        return events is [] || events[^1].Hash == application.LastHash
            ? null
            : new(events.Count, $"Event {events.Count} isn't the one that the application had last.");
    }

    internal static AuditEvent Next(int count, string lastHash, DateTimeOffset at, Actor actor, string name, string detail)
    {
        var unsealed = new AuditEvent(count + 1, at.ToUniversalTime(), actor, name, detail, lastHash, Hash: "");
        return unsealed with { Hash = AuditHash.Of(unsealed) };
    }
}
