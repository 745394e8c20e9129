using MicroCred.App.Storage;
using MicroCred.Approval;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace MicroCred.App.Operation;

/// <summary>
/// Each night puts away how the applications under way stand that have changed since. A table has no backup in Azure: this is what an application
/// can be read from if its rows are lost, and what shows that a chain of events was cut off or written anew.
/// </summary>
internal sealed partial class ArchiveUnderway(Worklists worklists, ApplicationStore applications, Archive archive, TimeProvider time, ILogger<ArchiveUnderway> logger)
{
    /// <exception cref="InvalidOperationException">Some couldn't be put away; the others were.</exception>
    [Function(nameof(ArchiveUnderway))]
    public async Task Run([TimerTrigger("%ARCHIVE_SCHEDULE%")] TimerInfo timer, CancellationToken cancel)
    {
        HashSet<string> archived = await archive.Applications(cancel);
        int failed = 0;
        foreach (Backlog.ApplicationLine line in (await worklists.Backlog(cancel)).Applications.Where(line => line.Status != ApplicationStatus.Draft))
        {
            try
            {
                await Add(line.Id, archived, cancel);
            }
            catch (Exception exception) when (!cancel.IsCancellationRequested)
            {
                failed++;
                LogFailed(exception, line.Id);
            }
        }

        if (failed > 0)
        {
            throw new InvalidOperationException($"{failed} applications under way couldn't be archived.");
        }
    }

    /// <summary>One that has ended meanwhile goes with its entry, by <see cref="ArchiveFinished"/>.</summary>
    private async Task Add(ApplicationId id, HashSet<string> archived, CancellationToken cancel)
    {
        if (await applications.Find(id, cancel) is not { Application: { IsClosed: false, Status: not ApplicationStatus.Draft } application }
            || archived.Contains(Archive.NameOf(id, application.Revision)))
        {
            return;
        }

        await archive.Add(ArchivedApplication.Of(application, await applications.Events(id, cancel), entry: null, time.GetUtcNow()), cancel);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Application {Application}, which is under way, couldn't be archived")]
    private partial void LogFailed(Exception exception, ApplicationId application);
}
