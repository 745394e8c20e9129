namespace MicroCred.Approval;

/// <summary>
/// One thing that happened to an application, counted from 1 without gaps, and chained to the one before by its hash. Hashes are SHA-256 in
/// lower-case hex. Of several events of one change each leads to the state that the whole change led to, which alone is kept.
/// </summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="At">When it happened, in UTC.</param>
/// <param name="Actor">Who did it.</param>
/// <param name="Event">What: the name of an <see cref="ApplicationEvent"/>.</param>
/// <param name="Detail">In words.</param>
/// <param name="PreviousHash">The hash of the event before; <see cref="AuditChain.Origin"/> for the first.</param>
/// <param name="Hash">The hash of this one, as its form has it.</param>
/// <param name="Form">What its hash covers: 1 all but the states, which an event of that form lacks; 2 those too.</param>
/// <param name="StateBefore">The hash of the state's text that it was made from; null for an application's first.</param>
/// <param name="StateAfter">The hash of the state's text that it led to, as it is kept.</param>
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
    /// <summary>The form of events that were written before events had their states.</summary>
    public const int WithoutState = 1;

    /// <summary>The form of every event that is written today.</summary>
    public const int WithState = 2;
}
