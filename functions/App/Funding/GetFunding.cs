using MicroCred.App.Http;
using MicroCred.App.Identity;
using MicroCred.App.Telemetry;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Funding;

/// <summary>The result of TEC's assessment, test by test.</summary>
[Feature(Features.Funding)]
internal sealed class GetFunding(CallersApplications applications, CurrentUser user)
{
    [Function(nameof(GetFunding)), Allow(Role.Provider, Role.Evaluator, Role.Registrar, Role.FundingAdviser)]
    [Gives(StatusCodes.Status200OK, typeof(FundingView))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/applications/{id:guid}/funding")] HttpRequest request,
        Guid id,
        CancellationToken cancellationToken
    ) =>
        (await applications.FindAsync(ApplicationId.New(id), cancellationToken)).Funding is { } funding
            ? Results.Ok(FundingView.Of(funding, binding: true, user.Caller.SeesIds))
            : throw new ProblemException(
                Problem.NotFound with
                {
                    Detail = "Funding hasn't been assessed: it is once the application is approved, where it was asked for.",
                }
            );
}
