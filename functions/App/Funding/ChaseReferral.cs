using MicroCred.App.Identity;
using MicroCred.App.Notification;
using MicroCred.App.Pipeline;
using MicroCred.Approval;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Funding;

/// <summary>Reminds the funding adviser of a referral, before its deadline and after.</summary>
internal sealed class ChaseReferral(Steps steps, SectorDirectory directory)
{
    [Function(nameof(ChaseReferral))]
    public Task<Position> Run([ActivityTrigger] Step step, CancellationToken cancel) =>
        steps.Take(step, (application, now) => Task.FromResult(Take(application, step, now)), cancel);

    private Taken? Take(Application application, Step step, DateTimeOffset now) =>
        application is { Status: ApplicationStatus.Approved, Funding.Outcome: FundingOutcome.Referred }
        && !application.WasRemindedOf(step.Point)
        && application.Tasks.FirstOrDefault(task => task is { IsOpen: true, Kind: TaskKind.FundingReferral }) is { } referral
            ? application.Reminding(step, NoticeKind.FundingDue, referral.Assignee ?? directory.FundingAdvisers[0].Id, referral.Due, now)
            : null;
}
