using MicroCred.App.Evaluation;
using MicroCred.App.Identity;
using MicroCred.App.Pipeline;
using MicroCred.App.Settings;
using MicroCred.App.Telemetry;
using MicroCred.Approval;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Funding;

/// <summary>Runs TEC's funding tests on an approved application. If they can't settle it, it goes to a funding adviser.</summary>
[Feature(Features.Funding)]
internal sealed class AssessFunding(ActivityRunner runner, FundingCases cases, SectorDirectory directory, RuleSettings rules)
{
    [Function(nameof(AssessFunding))]
    public Task<Position> RunAsync([ActivityTrigger] ActivityInput input, CancellationToken cancellationToken) =>
        runner.RunAsync(input, (application, now) => Task.FromResult(Take(application, now)), cancellationToken);

    private Transition? Take(Application application, DateTimeOffset now)
    {
        if (application is not { Stage: Stage.Funding, Funding: null })
        {
            return null;
        }

        var assessment = FundingRules.Assess(cases.Of(application, now));
        string? adviser = directory.FundingAdvisers.FirstOrDefault(adviser => directory.MayWorkOn(adviser.Id, application))?.Id;
        var assessed = application.AssessFunding(assessment, adviser, rules.Funding, now).OrThrow();
        return assessment.Outcome == FundingOutcome.Referred
            ? new Transition(
                assessed,
                Reassignment.Notices(before: null, assessed.Application, assessed.Application.Tasks[^1].Id, directory)
            )
            : new Transition(assessed) { Filed = FundingNotice.Of(assessed.Application) is { } letter ? [letter] : [] };
    }
}
