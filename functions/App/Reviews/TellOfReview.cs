using MicroCred.App.Notices;
using MicroCred.App.Pipeline;
using MicroCred.App.Register;
using MicroCred.App.Telemetry;
using MicroCred.Approval;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Reviews;

/// <summary>
/// Tells the developer that a review is due, and the registrars, too, once it is overdue; not where it was reviewed, waits for the
/// registrar, or isn't current any more.
/// </summary>
[Feature(Features.Reviews)]
internal sealed class TellOfReview(ActivityRunner runner, Listings listings, Reminders reminders)
{
    [Function(nameof(TellOfReview))]
    public Task<Position> RunAsync([ActivityTrigger] ActivityInput input, CancellationToken cancellationToken) =>
        runner.RunAsync(
            input,
            async (application, now) =>
                application is { Registration: { Status: RegisterStatus.Current, Number: var number } }
                && input.Point is { } point
                && !(application.RemindedOfReview >= point)
                && !application.Tasks.Any(task => task is { IsOpen: true, Kind: TaskKind.EntryReview })
                && await listings.FindAsync(number, cancellationToken) is { ReviewDue: var due }
                && ReviewNotices.PointsOf(due).Contains(point)
                    ? Tell(application, due, point, now)
                    : null,
            cancellationToken
        );

    private Transition Tell(Application application, DateOnly due, DateTimeOffset point, DateTimeOffset now)
    {
        var isOverdue = ReviewNotices.IsOverdue(due, point);
        var provider = application.Provider.Number.ToString();
        IReadOnlyList<string> recipients = isOverdue ? [provider, .. reminders.Registrars(application)] : [provider];
        var what = $"review due {((DateOnly?)due).AsDay()}";
        var told = application.RemindOfReview(point, what, string.Join(", ", recipients), now).OrThrow();
        var number = application.Registration!.Number;
        return new Transition(
            told,
            [
                .. recipients
                    .Select(recipient => Envelope.To(recipient, told.Application))
                    .Select(to => (Notice)(isOverdue ? new ReviewOverdueNotice(to, number, due) : new ReviewDueNotice(to, number, due))),
            ]
        );
    }
}
