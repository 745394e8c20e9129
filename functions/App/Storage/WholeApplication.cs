using MicroCred.Approval;

namespace MicroCred.App.Storage;

/// <summary>
/// An application with all its audit events, to the letter as they are kept: a later version reads them the same, whatever fields it
/// adds.
/// </summary>
/// <param name="Application">The application.</param>
/// <param name="State">The text that it was read from.</param>
/// <param name="LastHash">What is kept beside it as the hash of its last event.</param>
/// <param name="Events">Its events, first to last.</param>
internal sealed record WholeApplication(
    Application Application,
    string State,
    string LastHash,
    IReadOnlyList<WholeApplication.KeptEvent> Events
)
{
    /// <summary>Where its chain first breaks; null where it is whole.</summary>
    public AuditBreak? Break =>
        AuditChain.Verify(new ChainEnd(Application.EventCount, LastHash, AuditChain.HashOf(State)), [.. Events.Select(kept => kept.Event)]);

    /// <summary>An event, and the text that it was read from.</summary>
    internal sealed record KeptEvent(string Text, AuditEvent Event);
}
