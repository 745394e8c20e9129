using MicroCred.App.Identity;
using MicroCred.App.Operation;
using MicroCred.App.Pipeline;
using MicroCred.Approval;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Funding;

/// <summary>Reminds the funding adviser of a referral, before its deadline and after.</summary>
[Feature(Features.Funding)]
internal sealed class ChaseReferral(ActivityRunner runner, SectorDirectory directory)
{
    [Function(nameof(ChaseReferral))]
    public Task<Position> Run([ActivityTrigger] ActivityInput input, CancellationToken cancel) =>
        runner.Run(input, (application, now) => Task.FromResult(Take(application, input, now)), cancel);

    private Transition? Take(Application application, ActivityInput input, DateTimeOffset now) =>
        application is { Stage: Stage.Funding, Funding: not null }
        && !application.WasRemindedOf(input.Point)
        && application.Tasks.FirstOrDefault(task => task is { IsOpen: true, Kind: TaskKind.FundingReferral }) is { } referral
            ? application.Reminding(
                input, referral.Assignee ?? directory.FreeRegistrars(application)[0].Id, referral.Due, now, to => new FundingDueNotice(to, referral.Due))
            : null;
}
