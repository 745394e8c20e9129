using MicroCred.App.Http;
using MicroCred.App.Identity;
using MicroCred.App.Settings;
using MicroCred.App.Telemetry;
using MicroCred.Approval;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Validation;

/// <summary>Tells a provider what validation and the funding tests would say now, and changes nothing.</summary>
[Feature(Features.Validation)]
internal sealed class CheckApplication(CallersApplications applications, SubmissionReader submissions, RuleSettings rules)
{
    [Function(nameof(CheckApplication)), Allow(Role.Provider)]
    [Gives(StatusCodes.Status200OK, typeof(Check))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/applications/{id:guid}/check")] HttpRequest request,
        Guid id,
        CancellationToken cancellationToken
    )
    {
        var application = await applications.FindAsync(ApplicationId.New(id), cancellationToken);
        return Results.Ok(
            new Check(
                Validator.Run(await submissions.ReadAsync(application, readsDocuments: false, cancellationToken)),
                application is { AsksForFunding: true, Content.MicroCredential: { Level: not null, Credits: not null } }
                    ? FundingRules.Assess(application, application.Decision, rules.Funding)
                    : null
            )
        );
    }

    /// <summary>How things stand; no funding where none is asked for, or level or credits are still missing: nothing is guessed.</summary>
    internal sealed record Check(IReadOnlyList<Finding> Findings, FundingAssessment? Funding);
}
