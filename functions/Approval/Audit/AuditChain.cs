using System.Security.Cryptography;
using System.Text;

namespace MicroCred.Approval;

/// <summary>
/// The audit trail as a hash chain. Each event carries the previous event's hash, so that none can be changed, lost or moved unnoticed, and
/// the hashes of the states before and after it, so that the application can't be changed without an event. Truncation shows in the
/// application's own event count and last hash.
/// </summary>
public static class AuditChain
{
    /// <summary>The previous hash of the first event: 64 zeros.</summary>
    public static string Origin { get; } = new('0', 64);

    /// <summary>The SHA-256, in lower-case hex, of a state's JSON in UTF-8, exactly as stored.</summary>
    public static string HashOf(string state) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(state)));

    /// <summary>Appends the events of one change to the chain.</summary>
    /// <param name="happened">The events, in order.</param>
    /// <param name="previousHash">The hash of the last event before them.</param>
    /// <param name="before">The hash of the state before the change; null for an application's first.</param>
    /// <param name="after">The hash of the state after the change.</param>
    public static IReadOnlyList<AuditEvent> Seal(IEnumerable<UnsealedEvent> happened, string previousHash, string? before, string after)
    {
        ArgumentNullException.ThrowIfNull(happened);
        var chained = new List<AuditEvent>();
        foreach (var next in happened)
        {
            var (previous, from) = chained is [.., var last] ? (last.Hash, after) : (previousHash, before);
            var unsealed = new AuditEvent(
                next.Number,
                next.At,
                next.Actor,
                next.What.Name,
                next.What.Detail,
                previous,
                Hash: "",
                AuditEvent.WithState,
                from,
                after
            );
            chained.Add(unsealed with { Hash = AuditHash.Of(unsealed) });
        }
        return chained;
    }

    /// <summary>Verifies events in the order given, from number 1; null when the chain is intact.</summary>
    public static AuditBreak? Verify(IEnumerable<AuditEvent> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        AuditEvent? last = null;
        foreach (var next in events)
        {
            var expected = (last?.Number ?? 0) + 1;
            if (Fault(next, last, expected) is { } fault)
            {
                return new(expected, fault);
            }

            last = next;
        }
        return null;
    }

    /// <summary>
    /// Verifies an application's events as <see cref="Verify(IEnumerable{AuditEvent})"/> does, and also that none is missing at the end and
    /// that the application's state is the one the last event led to.
    /// </summary>
    public static AuditBreak? Verify(ChainEnd end, IReadOnlyList<AuditEvent> events)
    {
        ArgumentNullException.ThrowIfNull(end);
        ArgumentNullException.ThrowIfNull(events);
        if (Verify(events) is { } broken)
        {
            return broken;
        }

        if (events.Count != end.Events)
        {
            return new(Math.Min(events.Count, end.Events) + 1, $"There are {events.Count} events; the application counts {end.Events}.");
        }

        if (events is not [.., var last])
        {
            return null;
        }

        if (last.Hash != end.LastHash)
        {
            return new(events.Count, $"Event {events.Count} isn't the one that the application had last.");
        }

        return last.StateAfter is null || last.StateAfter == end.State
            ? null
            : new(events.Count, $"The application isn't as event {events.Count} left it.");
    }

    private static string? Fault(AuditEvent next, AuditEvent? last, int expected) =>
        next.Number != expected ? $"Event {expected} is missing: number {next.Number} stands in its place."
        : next.PreviousHash != (last?.Hash ?? Origin) ? $"Event {expected} doesn't follow the one before it."
        : next.Form is not (AuditEvent.WithoutState or AuditEvent.WithState)
            ? $"Event {expected} is of form {next.Form}, which isn't known here."
        : next.Form < last?.Form ? $"Event {expected} is of an older form than the one before it."
        : next.Form == AuditEvent.WithState != next.StateAfter is not null
            ? $"Event {expected} should have the hash of a state by its form, or shouldn't."
        : next.Form == AuditEvent.WithoutState && next.StateBefore is not null
            ? $"Event {expected} shouldn't have the hash of a state by its form."
        : next is { Actor: null or { Id: null } or { Name: null } } or { Event: null } or { Detail: null }
        || next.Hash != AuditHash.Of(next)
            ? $"Event {expected} was changed after it was written."
        : last?.StateAfter is { } state && state != next.StateBefore
            ? $"The application was changed between event {last.Number} and event {expected}."
        : null;
}
