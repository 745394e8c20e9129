using MicroCred.App.Notification;
using MicroCred.App.Operation;
using MicroCred.App.Storage;
using MicroCred.Approval;
using Microsoft.Extensions.Logging;

namespace MicroCred.App.Pipeline;

/// <summary>
/// How an act is written, be it a person's or the system's own: state, audit, notices and answer in one transaction; then the lists show it,
/// people are told, and the orchestration. What breaks off after the write is made up for by <see cref="Sweep"/>, from the intent that was
/// written before.
/// </summary>
internal sealed partial class Writing(
    Cases cases, Worklists worklists, NotificationQueue notifications, Progress progress, TimeProvider time, ILogger<Writing> logger)
{
    /// <param name="before">What the act was decided from; null for a new application.</param>
    /// <param name="taken">The act.</param>
    /// <param name="answer">The answer to keep for a repeated request, where there is one.</param>
    /// <param name="told">How the orchestration comes to know; null where it needn't.</param>
    /// <param name="cancel">Cancels what isn't written yet.</param>
    /// <returns>The application as it is then.</returns>
    /// <exception cref="CaseMovedException">The application isn't any more what the act was decided from; nothing is written.</exception>
    public async Task<Application> Write(Case? before, Taken taken, KeptAnswer? answer, Func<Application, Task>? told, CancellationToken cancel)
    {
        Application after = taken.Change.Application;
        Intent? intent = told is null ? null : new Intent(after.Id, Guid.NewGuid(), after.Revision, time.GetUtcNow());
        try
        {
            if (intent is not null)
            {
                await worklists.Intend(intent, cancel);
            }

            Case saved = await cases.Save(before, taken.Change, taken.Notices, answer, cancel);
            progress.Record(taken.Change);
            await FollowUp(before?.Application, saved.Application, taken.Notices, intent, told);
            return saved.Application;
        }
        catch (CaseMovedException) when (intent is not null)
        {
            await worklists.Settle(intent, CancellationToken.None);
            throw;
        }
    }

    /// <summary>The act is written and can't be lost any more, so the caller's going away doesn't stop this.</summary>
    private async Task FollowUp(Application? before, Application after, IReadOnlyList<Notice> notices, Intent? intent, Func<Application, Task>? told)
    {
        try
        {
            await Task.WhenAll(worklists.Show(before, after, CancellationToken.None), notifications.Send(notices, CancellationToken.None));
            if (intent is not null)
            {
                await told!(after);
                await worklists.Settle(intent, CancellationToken.None);
            }
        }
        catch (Exception exception)
        {
            LogLeftToSweep(exception, after.Id);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "An act on application {Application} is written, but not all that follows from it; the sweeper will make up for it")]
    private partial void LogLeftToSweep(Exception exception, ApplicationId application);
}
