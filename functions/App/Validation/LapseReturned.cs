using MicroCred.App.Notification;
using MicroCred.App.Pipeline;
using MicroCred.Approval;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Validation;

/// <summary>Reminds the provider of a returned application, and lets it lapse once its time is over.</summary>
internal sealed class LapseReturned(Steps steps)
{
    [Function(nameof(LapseReturned))]
    public Task<Position> Run([ActivityTrigger] Step step, CancellationToken cancel) =>
        steps.Take(step, (application, now) => Task.FromResult(Take(application, step, now)), cancel);

    private static Taken? Take(Application application, Step step, DateTimeOffset now)
    {
        if (application is not { Status: ApplicationStatus.Returned, LapsesAt: { } lapses })
        {
            return null;
        }

        string provider = application.Provider.Number.ToString();
        if (now >= lapses)
        {
            Change lapsed = application.Lapse(now).Due();
            return new Taken(lapsed, Notice.Of(lapsed.Application, NoticeKind.Lapsed, provider));
        }

        return application.WasRemindedOf(step.Point)
            ? null
            : application.Reminding(step, NoticeKind.ReturnLapsing, provider, lapses, now);
    }
}
