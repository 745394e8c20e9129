using MicroCred.App.Http;
using MicroCred.App.Identity;
using MicroCred.App.Storage;
using MicroCred.App.Telemetry;
using MicroCred.Approval;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Submission;

/// <summary>
/// Applications by status: for a provider its own; for NZQA those of every provider, for TEC those that ask for funding, but no drafts, no
/// returned ones, and none of a provider in which the caller declared an interest.
/// </summary>
[Feature(Features.Submission)]
internal sealed class ListApplications(Worklists worklists, CurrentUser user)
{
    [Function(nameof(ListApplications)), Allow(Role.Provider, Role.Evaluator, Role.Registrar, Role.FundingAdviser)]
    [Paged]
    [Query("status", typeof(ApplicationStatus), "Only those that stand here.")]
    [Gives(StatusCodes.Status200OK, typeof(ListPage<ApplicationSummary>))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/applications")] HttpRequest request,
        CancellationToken cancellationToken
    ) =>
        worklists
            .ApplicationsAsync(
                user.Caller,
                request.Choice<ApplicationStatus>("status"),
                request.Limit(),
                request.After(),
                cancellationToken
            )
            .AsResultAsync();
}
