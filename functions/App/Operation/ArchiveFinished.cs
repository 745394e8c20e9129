using MicroCred.App.Publication;
using MicroCred.App.Storage;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace MicroCred.App.Operation;

/// <summary>
/// Each night puts away what has ended since: the application with its audit, and its entry on the register as published. What is there
/// already is seen from the archive itself, so a run that breaks off is made up for by the next, and none does anything twice.
/// </summary>
internal sealed partial class ArchiveFinished(
    Worklists worklists, ApplicationStore applications, RegisterFiles files, Archive archive, TimeProvider time, ILogger<ArchiveFinished> logger)
{
    /// <exception cref="InvalidOperationException">Some couldn't be put away; the others were.</exception>
    [Function(nameof(ArchiveFinished))]
    public async Task Run([TimerTrigger("%ARCHIVE_SCHEDULE%")] TimerInfo timer, CancellationToken cancel)
    {
        HashSet<string> archived = await archive.Applications(cancel);
        int added = 0;
        int failed = 0;
        await foreach ((ApplicationId id, int? revision) in worklists.Finished(cancel))
        {
            if (revision is { } shown && archived.Contains(Archive.NameOf(id, shown)))
            {
                continue;
            }

            try
            {
                added += await Add(id, archived, cancel) ? 1 : 0;
            }
            catch (Exception exception) when (!cancel.IsCancellationRequested)
            {
                failed++;
                LogFailed(exception, id);
            }
        }

        LogArchived(added, failed);
        if (failed > 0)
        {
            throw new InvalidOperationException($"{failed} applications couldn't be archived.");
        }
    }

    /// <summary>The application's own file goes last: where it is there, all is.</summary>
    private async Task<bool> Add(ApplicationId id, HashSet<string> archived, CancellationToken cancel)
    {
        // A line that shows an application where it isn't is the repair's to mend.
        if (await applications.Find(id, cancel) is not { Application: { IsClosed: true } application } || archived.Contains(Archive.NameOf(id, application.Revision)))
        {
            return false;
        }

        ArchivedFile? entry = application.Registration is { } registration ? await AddEntry(registration.Number, application.Revision, cancel) : null;
        await archive.Add(ArchivedApplication.Of(application, await applications.Events(id, cancel), entry, time.GetUtcNow()), cancel);
        return true;
    }

    private async Task<ArchivedFile> AddEntry(int number, int revision, CancellationToken cancel) =>
        await files.Read(number, RegisterFile.Json, cancel) is { } published
            ? await archive.AddEntry(number, revision, published, cancel)
            : throw new InvalidDataException($"Number {number} of the register has no file.");

    [LoggerMessage(Level = LogLevel.Error, Message = "Application {Application} couldn't be archived")]
    private partial void LogFailed(Exception exception, ApplicationId application);

    [LoggerMessage(Level = LogLevel.Information, Message = "Archived {Added} applications; {Failed} couldn't be")]
    private partial void LogArchived(int added, int failed);
}
