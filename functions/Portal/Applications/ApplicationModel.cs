using MicroCred.Approval;

namespace MicroCred.Portal;

/// <summary>Where an application is, for its provider or for who works on it.</summary>
/// <param name="Application">The application.</param>
/// <param name="WaitingFor">Whom it waits for, as the reader may know; null where it has ended.</param>
/// <param name="Events">What happened, oldest first.</param>
/// <param name="MoreEvents">Whether more happened than is shown.</param>
/// <param name="IsOwn">Whether the reader acts for its provider.</param>
public sealed record ApplicationModel(
    Application Application,
    WaitingFor? WaitingFor,
    IReadOnlyList<(DateTimeOffset At, string Actor, string Event, string Detail)> Events,
    bool MoreEvents,
    bool IsOwn
) : PageModel(typeof(ApplicationPage))
{
    /// <summary>Until when the reader may ask to have the decline reconsidered; null where they can't.</summary>
    public DateTimeOffset? ReconsiderableUntil { get; init; }

    /// <summary>Whether the reader may give the provider more time to answer.</summary>
    public bool Oversees { get; init; }

    /// <summary>Whether the reader may read the documents and the letters, which TEC may not.</summary>
    public bool Downloads { get; init; } = true;
}
