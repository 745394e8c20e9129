using MicroCred.App.Notices;
using MicroCred.App.Register;
using MicroCred.App.Storage;
using MicroCred.App.Telemetry;
using MicroCred.Approval;

namespace MicroCred.App.Pipeline;

/// <summary>Writes a transition, be it a person's or the system's own, and does what follows from every one.</summary>
internal sealed class TransitionWriter(
    ApplicationStore applications,
    Worklists worklists,
    Listings listings,
    NotificationQueue notifications,
    ApplicationMetrics progress
)
{
    /// <summary>Writes state, audit, notices and the kept answer in one transaction. One storage request.</summary>
    /// <param name="before">What the transition was made from; null for a new application.</param>
    /// <param name="transition">The transition.</param>
    /// <param name="answer">The answer to keep for a repeated command, where there is one.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="ConcurrentChangeException">The application isn't any more what the transition was made from; nothing is
    /// written.</exception>
    public async Task<StoredApplication> WriteAsync(
        StoredApplication? before,
        Transition transition,
        KeptAnswer? answer,
        CancellationToken cancellationToken
    )
    {
        var saved = await applications.SaveAsync(before, transition.Change, transition.Notices, answer, TraceLinks.Here, cancellationToken);
        progress.Record(before?.Application, transition.Change);
        return saved;
    }

    /// <summary>Shows a written transition on the register, then on the lists, and tells people.</summary>
    public async Task FollowUpAsync(
        Application? before,
        Application after,
        IReadOnlyList<Notice> notices,
        CancellationToken cancellationToken
    )
    {
        await listings.ShowAsync(before ?? after, after, cancellationToken);
        await Task.WhenAll(worklists.ShowAsync(before, after, cancellationToken), notifications.SendAsync(notices, cancellationToken));
    }

    /// <summary>Does the same once more for all that followed a revision, where it isn't known how far it got.</summary>
    public async Task FollowUpAgainAsync(Application application, int since, CancellationToken cancellationToken)
    {
        await listings.ShowAsync(before: null, application, cancellationToken);
        await Task.WhenAll(
            worklists.CorrectAsync(application, cancellationToken),
            notifications.SendAsync(await applications.NoticesSinceAsync(application.Id, since, cancellationToken), cancellationToken)
        );
    }
}
