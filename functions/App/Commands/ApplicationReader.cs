using MicroCred.App.Identity;
using MicroCred.App.Operation;
using MicroCred.App.Storage;
using MicroCred.Approval;

namespace MicroCred.App.Commands;

/// <summary>Reads an application for somebody. What isn't theirs to see is as if it weren't there. One storage request.</summary>
internal sealed class ApplicationReader(ApplicationStore applications)
{
    /// <summary>An application that the caller may see; null where there is none.</summary>
    public Task<StoredApplication?> Find(ApplicationId id, Caller caller, CancellationToken cancel) => Find(id, caller.MaySee, cancel);

    /// <summary>The application of a task that the caller may act on; null where there is none.</summary>
    public Task<StoredApplication?> Find(TaskId task, Caller caller, CancellationToken cancel) =>
        Find(task.Application, application => caller.MaySee(application, task), cancel);

    private async Task<StoredApplication?> Find(ApplicationId id, Func<Application, bool> isVisible, CancellationToken cancel)
    {
        if (await applications.Find(id, cancel) is not { } found || !isVisible(found.Application))
        {
            return null;
        }

        Trail.Follow(id, found.Trace);
        return found;
    }
}
