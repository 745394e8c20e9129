using System.Security.Cryptography;
using System.Text;

namespace MicroCred.Approval;

/// <summary>
/// The audit trail as a chain: each event carries the hash of the one before, so none can be changed, lost or moved unseen, and the hashes
/// of the states that it lies between, so that the application can't be changed without an event. That the last ones weren't cut off shows
/// in the application's own count and last hash.
/// </summary>
public static class AuditChain
{
    /// <summary>What stands for the hash before the first event: 64 zeros.</summary>
    public static string Origin { get; } = new('0', 64);

    /// <summary>The SHA-256, in lower-case hex, of a state's text in UTF-8, to the letter as it is kept.</summary>
    public static string HashOf(string state) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(state)));

    /// <summary>Makes what happened in one change part of the chain.</summary>
    /// <param name="happened">What happened, first to last.</param>
    /// <param name="previousHash">The hash of the last event before it.</param>
    /// <param name="before">The hash of the state that the change was made from; null for an application's first.</param>
    /// <param name="after">The hash of the state that it led to.</param>
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

    /// <summary>Checks events in the order given, from number 1; null when the chain is whole.</summary>
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
    /// Checks an application's events as <see cref="Verify(IEnumerable{AuditEvent})"/> does, that none is cut off the end, and that the
    /// application is as the last left it.
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
