using MicroCred.App.Notification;
using MicroCred.App.Operation;
using MicroCred.App.Storage;
using MicroCred.Approval;

namespace MicroCred.App.Pipeline;

/// <summary>
/// How an activity moves an application on. Activities run at least once: each looks at the application first, and where the step is
/// taken already, by an earlier run that broke off or by a person, only makes sure that the lists show it and people are told.
/// </summary>
internal sealed class Steps(
    Cases cases, Worklists worklists, NotificationQueue notifications, Progress progress, Deadlines deadlines, TimeProvider time)
{
    /// <summary>Takes a step.</summary>
    /// <param name="step">The application and the revision that the orchestration knows of.</param>
    /// <param name="take">The step itself; null where the application isn't where this step belongs.</param>
    /// <param name="cancel">Cancels it; the orchestration will ask again.</param>
    /// <returns>Where the application stands afterwards.</returns>
    /// <exception cref="InvalidOperationException">There is no such application, or the domain refuses a step that is due.</exception>
    public async Task<Position> Take(Step step, Func<Application, DateTimeOffset, Task<Taken?>> take, CancellationToken cancel)
    {
        while (true)
        {
            Case found = await cases.Find(step.Application, cancel)
                ?? throw new InvalidOperationException($"There is no application {step.Application}.");
            Trail.Follow(step.Application, found.Trace);
            DateTimeOffset now = time.GetUtcNow();
            if (await take(found.Application, now) is not { } taken)
            {
                await Finish(found.Application, step.Revision, cancel);
                return Position.Of(found.Application, deadlines, now);
            }

            try
            {
                Case saved = await cases.Save(found, taken.Change, taken.Notices, answer: null, cancel);
                progress.Record(taken.Change);
                await Task.WhenAll(worklists.Show(found.Application, saved.Application, cancel), notifications.Send(taken.Notices, cancel));
                return Position.Of(saved.Application, deadlines, now);
            }
            catch (CaseMovedException)
            {
                // A person was quicker. Look again whether the step is still due.
            }
        }
    }

    /// <summary>Makes sure that the lists show an application as it is and that people are told of all that followed a revision.</summary>
    public async Task Finish(Application application, int since, CancellationToken cancel) => await Task.WhenAll(
        worklists.Correct(application, cancel),
        notifications.Send(await cases.NoticesSince(application.Id, since, cancel), cancel));
}
