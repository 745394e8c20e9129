using MicroCred.App.Notification;
using MicroCred.App.Pipeline;
using MicroCred.Approval;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Validation;

/// <summary>Reminds the provider of a returned application, and lets it lapse once its time is over.</summary>
internal sealed class LapseReturned(ActivityRunner runner)
{
    [Function(nameof(LapseReturned))]
    public Task<Position> Run([ActivityTrigger] ActivityInput input, CancellationToken cancel) =>
        runner.Run(input, (application, now) => Task.FromResult(Take(application, input, now)), cancel);

    private static Transition? Take(Application application, ActivityInput input, DateTimeOffset now)
    {
        if (application is not { Status: ApplicationStatus.Returned, LapsesAt: { } lapses })
        {
            return null;
        }

        string provider = application.Provider.Number.ToString();
        if (now >= lapses)
        {
            Change lapsed = application.Lapse(now).OrThrow();
            return new Transition(lapsed, Notice.Of(lapsed.Application, NoticeKind.Lapsed, provider));
        }

        return application.WasRemindedOf(input.Point)
            ? null
            : application.Reminding(input, NoticeKind.ReturnLapsing, provider, lapses, now);
    }
}
