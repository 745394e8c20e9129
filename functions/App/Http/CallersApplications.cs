using MicroCred.App.Commands;
using MicroCred.App.Identity;
using MicroCred.App.Storage;
using MicroCred.Approval;

namespace MicroCred.App.Http;

/// <summary>Reads applications on behalf of the person who makes the request.</summary>
internal sealed class CallersApplications(ApplicationReader reader, CurrentUser user)
{
    /// <exception cref="ProblemException">404 where there is none, or it isn't the caller's.</exception>
    public async Task<Application> FindAsync(ApplicationId id, CancellationToken cancellationToken) =>
        (await FindStoredAsync(id, cancellationToken)).Application;

    /// <summary>The application as it is stored, for a command on it.</summary>
    /// <exception cref="ProblemException">404 where there is none, or it isn't the caller's.</exception>
    public async Task<StoredApplication> FindStoredAsync(ApplicationId id, CancellationToken cancellationToken) =>
        await TryFindStoredAsync(id, cancellationToken) ?? throw new ProblemException(Problem.NotFound);

    /// <summary>The same; null where there is none, or it isn't the caller's.</summary>
    public Task<StoredApplication?> TryFindStoredAsync(ApplicationId id, CancellationToken cancellationToken) =>
        reader.FindAsync(id, user.Caller, cancellationToken);
}
