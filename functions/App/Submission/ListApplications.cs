using MicroCred.App.Http;
using MicroCred.App.Identity;
using MicroCred.App.OpenApi;
using MicroCred.App.Storage;
using MicroCred.Approval;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Submission;

/// <summary>Applications by status: a provider's own; for NZQA and TEC those of every provider, drafts apart.</summary>
internal sealed class ListApplications(Worklists worklists, CurrentUser user)
{
    [Function(nameof(ListApplications)), Allow(Role.Provider, Role.Evaluator, Role.Registrar, Role.FundingAdviser)]
    [Paged]
    [Query("status", typeof(ApplicationStatus), "Only those that stand here.")]
    [Gives(StatusCodes.Status200OK, typeof(ListPage<ApplicationSummary>))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/applications")] HttpRequest request, CancellationToken cancel)
    {
        ApplicationStatus? status = request.Choice<ApplicationStatus>("status");
        return (user.Caller.Provider is { } provider
            ? worklists.OfProvider(provider.Number, status, request.Limit(), request.After(), cancel)
            : worklists.OfAll(status, request.Limit(), request.After(), cancel)).AsResult();
    }
}
