using MicroCred.App.Identity;
using MicroCred.App.Pipeline;
using MicroCred.App.Telemetry;
using MicroCred.Approval;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Funding;

/// <summary>Reminds the funding adviser of a referral, before its deadline and after.</summary>
[Feature(Features.Funding)]
internal sealed class ChaseReferral(ActivityRunner runner, SectorDirectory directory)
{
    [Function(nameof(ChaseReferral))]
    public Task<Position> RunAsync([ActivityTrigger] ActivityInput input, CancellationToken cancellationToken) =>
        runner.RunAsync(input, (application, now) => Task.FromResult(Take(application, input, now)), cancellationToken);

    private Transition? Take(Application application, ActivityInput input, DateTimeOffset now) =>
        application is { Stage: Stage.Funding, Funding: not null }
        && !application.WasRemindedOf(input.Point)
        && application.Tasks.FirstOrDefault(task => task is { IsOpen: true, Kind: TaskKind.FundingReferral }) is { } referral
            ? application.Reminding(
                input,
                referral.Assignee ?? directory.FreeRegistrars(application)[0].Id,
                referral.Due,
                now,
                to => new FundingDueNotice(to, referral.Due)
            )
            : null;
}
