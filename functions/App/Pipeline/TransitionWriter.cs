using MicroCred.App.Notices;
using MicroCred.App.Register;
using MicroCred.App.Storage;
using MicroCred.App.Telemetry;
using MicroCred.Approval;

namespace MicroCred.App.Pipeline;

/// <summary>Writes the transitions of people's commands and of the system's own, and follows them up.</summary>
internal sealed class TransitionWriter(
    IApplications applications,
    LetterWriter letters,
    IWorklists worklists,
    IListings listings,
    INotificationQueue notifications,
    IEvaluators evaluators,
    ApplicationMetrics progress
)
{
    /// <summary>Writes state, audit, notices, the letter and the kept answer in one transaction. One storage request.</summary>
    /// <param name="before">The application that the transition was made from; null for a new one.</param>
    /// <param name="transition">The transition.</param>
    /// <param name="answer">The answer to keep for a repeated command, where there is one.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="ConcurrentChangeException">The application has changed since it was read; nothing is written.</exception>
    public async Task<StoredApplication> WriteAsync(
        StoredApplication? before,
        Transition transition,
        KeptAnswer? answer,
        CancellationToken cancellationToken
    )
    {
        var saved = await applications.SaveAsync(
            before,
            transition.Change,
            transition.Notices,
            answer,
            TraceLinks.Here,
            cancellationToken,
            await letters.WriteAsync([.. transition.Notices, .. transition.Filed], transition.Change)
        );
        progress.Record(before?.Application, transition.Change);
        return saved;
    }

    /// <summary>
    /// Publishes a written transition to the register, then to the lists, queues its notices, and keeps an interest that was declared from
    /// now on from all of the provider's applications.
    /// </summary>
    public async Task FollowUpAsync(
        Application? before,
        Application after,
        IReadOnlyList<Notice> notices,
        CancellationToken cancellationToken
    )
    {
        await listings.ShowAsync(before ?? after, after, cancellationToken);
        await Task.WhenAll(
            worklists.ShowAsync(before, after, cancellationToken),
            notifications.SendAsync(notices, cancellationToken),
            DeclareAsync(Declared(before, after), after, cancellationToken)
        );
    }

    /// <summary>The ids of those who declared an interest by a change.</summary>
    public static IReadOnlyList<string> Declared(Application? before, Application after) =>
        [.. after.Conflicted.Except(before?.Conflicted ?? [])];

    /// <summary>Repeats the follow-up of all changes after a revision, where it isn't known how far it got.</summary>
    /// <param name="application">The application as it is now.</param>
    /// <param name="since">The revision.</param>
    /// <param name="declared">The ids of those who declared an interest by these changes.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public async Task FollowUpAgainAsync(
        Application application,
        int since,
        IReadOnlyList<string> declared,
        CancellationToken cancellationToken
    )
    {
        await listings.ShowAsync(before: null, application, cancellationToken);
        await Task.WhenAll(
            worklists.CorrectAsync(application, cancellationToken),
            notifications.SendAsync(await applications.NoticesSinceAsync(application.Id, since, cancellationToken), cancellationToken),
            DeclareAsync([.. declared.Intersect(application.Conflicted)], application, cancellationToken)
        );
    }

    private async Task DeclareAsync(IReadOnlyList<string> people, Application application, CancellationToken cancellationToken)
    {
        foreach (var person in people)
        {
            await evaluators.DeclareAsync(person, application.Provider.Number, cancellationToken);
        }
    }
}
