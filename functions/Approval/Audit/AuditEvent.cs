namespace MicroCred.Approval;

/// <summary>
/// An event of an application, numbered from 1 without gaps and chained to the previous one by its hash. Hashes are SHA-256 in lower-case
/// hex. Where one change has several events, each leads to the state after the whole change, the only one stored.
/// </summary>
/// <param name="Number">The event's number, from 1.</param>
/// <param name="At">When it happened, in UTC.</param>
/// <param name="Actor">Who did it.</param>
/// <param name="Event">The name of an <see cref="ApplicationEvent"/>.</param>
/// <param name="Detail">The event in words.</param>
/// <param name="PreviousHash">The previous event's hash; <see cref="AuditChain.Origin"/> for the first.</param>
/// <param name="Hash">This event's hash, computed by its form.</param>
/// <param name="Form">The fields that the hash covers: 1 all but the states, which such events lack; 2 the states too.</param>
/// <param name="StateBefore">The hash of the state's JSON before the change; null for an application's first event.</param>
/// <param name="StateAfter">The hash of the state's JSON after the change, as stored.</param>
public sealed record AuditEvent(
    int Number,
    DateTimeOffset At,
    Actor Actor,
    string Event,
    string Detail,
    string PreviousHash,
    string Hash,
    int Form = AuditEvent.WithoutState,
    string? StateBefore = null,
    string? StateAfter = null
)
{
    /// <summary>The form of events written before states were recorded.</summary>
    public const int WithoutState = 1;

    /// <summary>The form of every event written today.</summary>
    public const int WithState = 2;
}
