using MicroCred.App.Commands;
using MicroCred.App.Identity;
using MicroCred.Approval;

namespace MicroCred.App.Http;

/// <summary>Applications as the person who makes the request may see them.</summary>
internal sealed class CallersApplications(ApplicationReader reader, CurrentUser user)
{
    /// <exception cref="ProblemException">404 where there is none, or it isn't the caller's.</exception>
    public async Task<Application> Find(ApplicationId id, CancellationToken cancel) =>
        (await reader.Find(id, user.Caller, cancel))?.Application ?? throw new ProblemException(Problem.NotFound);
}
