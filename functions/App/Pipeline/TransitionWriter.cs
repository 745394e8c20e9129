using MicroCred.App.Notices;
using MicroCred.App.Notification;
using MicroCred.App.Operation;
using MicroCred.App.Publication;
using MicroCred.App.Storage;
using MicroCred.Approval;

namespace MicroCred.App.Pipeline;

/// <summary>Writes a transition, be it a person's or the system's own, and does what follows from every one.</summary>
internal sealed class TransitionWriter(
    ApplicationStore applications, Worklists worklists, Listings listings, NotificationQueue notifications, Progress progress)
{
    /// <summary>Writes state, audit, notices and the kept answer in one transaction. One storage request.</summary>
    /// <param name="before">What the transition was made from; null for a new application.</param>
    /// <param name="transition">The transition.</param>
    /// <param name="answer">The answer to keep for a repeated command, where there is one.</param>
    /// <param name="cancel">Cancels the request.</param>
    /// <exception cref="ConcurrentChangeException">The application isn't any more what the transition was made from; nothing is written.</exception>
    public async Task<StoredApplication> Write(StoredApplication? before, Transition transition, KeptAnswer? answer, CancellationToken cancel)
    {
        StoredApplication saved = await applications.Save(before, transition.Change, transition.Notices, answer, Trail.Here, cancel);
        progress.Record(before?.Application, transition.Change);
        return saved;
    }

    /// <summary>Shows a written transition on the register, then on the lists, and tells people.</summary>
    public async Task FollowUp(Application? before, Application after, IReadOnlyList<Notice> notices, CancellationToken cancel)
    {
        await listings.Show(before ?? after, after, cancel);
        await Task.WhenAll(worklists.Show(before, after, cancel), notifications.Send(notices, cancel));
    }

    /// <summary>Does the same once more for all that followed a revision, where it isn't known how far it got.</summary>
    public async Task FollowUpAgain(Application application, int since, CancellationToken cancel)
    {
        await listings.Show(before: null, application, cancel);
        await Task.WhenAll(
            worklists.Correct(application, cancel),
            notifications.Send(await applications.NoticesSince(application.Id, since, cancel), cancel));
    }
}
