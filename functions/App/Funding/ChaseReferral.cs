using MicroCred.App.Pipeline;
using MicroCred.App.Telemetry;
using MicroCred.Approval;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Funding;

/// <summary>Reminds the funding adviser of a referral before its deadline, and the registrars, too, after it.</summary>
[Feature(Features.Funding)]
internal sealed class ChaseReferral(ActivityRunner runner, Reminders reminders)
{
    [Function(nameof(ChaseReferral))]
    public Task<Position> RunAsync([ActivityTrigger] ActivityInput input, CancellationToken cancellationToken) =>
        runner.RunAsync(input, (application, now) => Task.FromResult(Take(application, input, now)), cancellationToken);

    private Transition? Take(Application application, ActivityInput input, DateTimeOffset now)
    {
        if (
            application is not { Stage: Stage.Funding, Funding: not null }
            || application.Tasks.FirstOrDefault(task => task is { IsOpen: true, Kind: TaskKind.FundingReferral }) is not { } referral
        )
        {
            return null;
        }

        var isOverdue = now >= referral.Due;
        return reminders.Due(application, input, reminders.Recipients(application, referral, isOverdue), now, to =>
            isOverdue ? new FundingOverdueNotice(to, referral.Due) : new FundingDueNotice(to, referral.Due)
        );
    }
}
