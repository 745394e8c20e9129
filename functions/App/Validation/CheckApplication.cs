using MicroCred.App.Funding;
using MicroCred.App.Http;
using MicroCred.App.Identity;
using MicroCred.App.Telemetry;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Validation;

/// <summary>Tells a provider the current result of validation and of the funding tests, and changes nothing.</summary>
[Feature(Features.Validation)]
internal sealed class CheckApplication(CallersApplications applications, ApplicationChecker checker)
{
    [Function(nameof(CheckApplication)), Allow(Role.Provider)]
    [Gives(StatusCodes.Status200OK, typeof(ApplicationCheck))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/applications/{id:guid}/check")] HttpRequest request,
        Guid id,
        CancellationToken cancellationToken
    )
    {
        var application = await applications.FindAsync(ApplicationId.New(id), cancellationToken);
        var findings = await checker.FindAsync(application, cancellationToken);
        return Results.Ok(
            new ApplicationCheck(findings, checker.Funding(application) is { } funding ? FundingView.Of(funding, binding: false) : null)
        );
    }
}
