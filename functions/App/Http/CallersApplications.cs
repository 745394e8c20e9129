using MicroCred.App.Commands;
using MicroCred.App.Identity;
using MicroCred.App.Storage;
using MicroCred.Approval;

namespace MicroCred.App.Http;

/// <summary>Applications as the person who makes the request may see them.</summary>
internal sealed class CallersApplications(ApplicationReader reader, CurrentUser user)
{
    /// <exception cref="ProblemException">404 where there is none, or it isn't the caller's.</exception>
    public async Task<Application> Find(ApplicationId id, CancellationToken cancel) => (await FindStored(id, cancel)).Application;

    /// <summary>The application as it is stored, for a command on it.</summary>
    /// <exception cref="ProblemException">404 where there is none, or it isn't the caller's.</exception>
    public async Task<StoredApplication> FindStored(ApplicationId id, CancellationToken cancel) =>
        await reader.Find(id, user.Caller, cancel) ?? throw new ProblemException(Problem.NotFound);

    /// <summary>The application of a task, for a command on that; null where the task isn't there, or isn't the caller's to act on.</summary>
    public async Task<StoredApplication?> FindStored(TaskId task, CancellationToken cancel) =>
        await reader.Find(task.Application, user.Caller, cancel) is { } found && user.Caller.MayActOn(found.Application, task) ? found : null;
}
