using MicroCred.App.Evaluation;
using MicroCred.App.Pipeline;
using MicroCred.App.Register;
using MicroCred.App.Settings;
using MicroCred.App.Storage;
using MicroCred.App.Telemetry;
using MicroCred.Approval;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Funding;

/// <summary>
/// Runs TEC's funding tests on an approved application; on a change only where it alters what they ask. If they can't settle it, it goes to a
/// funding adviser.
/// </summary>
[Feature(Features.Funding)]
internal sealed class AssessFunding(ActivityRunner runner, FundingCases cases, IListings listings, Staffing staffing, RuleSettings rules)
{
    [Function(nameof(AssessFunding))]
    public Task<Position> RunAsync([ActivityTrigger] ActivityInput input, CancellationToken cancellationToken) =>
        runner.RunAsync(
            input,
            async (application, now) =>
                application is { Stage: Stage.Funding, Funding: null } ? await AssessAsync(application, now, cancellationToken) : null,
            cancellationToken
        );

    private async Task<Transition> AssessAsync(Application application, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var assessment = await StandingAsync(application, cancellationToken) ?? FundingRules.Assess(cases.Of(application, now));
        if (assessment.Outcome != FundingOutcome.Referred)
        {
            var assessed = application.AssessFunding(assessment, adviser: null, rules.Funding, now).OrThrow();
            return new Transition(assessed) { Filed = FundingNotice.Of(assessed.Application) is { } letter ? [letter] : [] };
        }

        var (directory, work) = await staffing.AtAsync(now, cancellationToken);
        var adviser = directory.BestFor(application, TaskKind.FundingReferral, except: [], work);
        var referred = application.AssessFunding(assessment, adviser, rules.Funding, now).OrThrow();
        return new Transition(referred, Reassignment.NoticesOfNew(referred.Application, directory));
    }

    /// <summary>What was decided about the entry that a change leaves as the tests see it; null for any other application.</summary>
    private async Task<FundingAssessment?> StandingAsync(Application application, CancellationToken cancellationToken) =>
        await listings.FindChangedAsync(application, cancellationToken) is { } present ? FundingRules.Standing(present, application) : null;
}
