using MicroCred.Approval;

namespace MicroCred.App.Storage;

/// <summary>
/// An application with all its audit events, each with its JSON exactly as stored: a later version reads that the same, whatever fields it
/// adds.
/// </summary>
/// <param name="Application">The application.</param>
/// <param name="State">The JSON that it was read from.</param>
/// <param name="LastHash">The hash of its last event, as stored beside the state.</param>
/// <param name="Events">Its events, first to last.</param>
internal sealed record WholeApplication(
    Application Application,
    string State,
    string LastHash,
    IReadOnlyList<WholeApplication.KeptEvent> Events
)
{
    /// <summary>Where its chain first breaks; null where it is intact.</summary>
    public AuditBreak? Break =>
        AuditChain.Verify(new ChainEnd(Application.EventCount, LastHash, AuditChain.HashOf(State)), [.. Events.Select(kept => kept.Event)]);

    /// <summary>An event, and the JSON that it was read from.</summary>
    internal sealed record KeptEvent(string Text, AuditEvent Event);
}
