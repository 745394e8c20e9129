using MicroCred.App.Notices;
using MicroCred.App.Pipeline;
using MicroCred.App.Telemetry;
using MicroCred.Approval;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Validation;

/// <summary>Reminds the provider of a returned application, and lets it lapse once its time is over.</summary>
[Feature(Features.Validation)]
internal sealed class LapseReturned(ActivityRunner runner, Reminders reminders)
{
    [Function(nameof(LapseReturned))]
    public Task<Position> RunAsync([ActivityTrigger] ActivityInput input, CancellationToken cancellationToken) =>
        runner.RunAsync(input, (application, now) => Task.FromResult(Take(application, input, now)), cancellationToken);

    private Transition? Take(Application application, ActivityInput input, DateTimeOffset now)
    {
        if (application is not { Stage: Stage.Correction, LapsesAt: { } lapses })
        {
            return null;
        }

        if (now >= lapses)
        {
            var lapsed = application.Lapse(now).OrThrow();
            return new Transition(lapsed, new LapsedNotice(Envelope.ToProvider(lapsed.Application)));
        }

        return reminders.Due(application, input, [application.Provider.Number.ToString()], now, to => new ReturnLapsingNotice(to, lapses));
    }
}
