using MicroCred.App.Notices;
using MicroCred.App.Pipeline;
using MicroCred.App.Register;
using MicroCred.App.Storage;
using MicroCred.App.Telemetry;
using MicroCred.Approval;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Reviews;

/// <summary>
/// Tells the developer that a review is due, and the registrars, too, once it is overdue; not where it was reviewed, waits for the
/// registrar, or isn't current any more.
/// </summary>
[Feature(Features.Reviews)]
internal sealed class TellOfReview(ActivityRunner runner, Listings listings, ApplicationStore applications, Reminders reminders)
{
    [Function(nameof(TellOfReview))]
    public async Task<Position> RunAsync([ActivityTrigger] ActivityInput input, CancellationToken cancellationToken) =>
        await runner.RunAsync(
            input with
            {
                Revision = await SinceAsync(input, cancellationToken),
            },
            async (application, now) =>
                application is { Registration: { Status: RegisterStatus.Current, Number: var number } }
                && input.Point is { } point
                && !(application.RemindedOfReview >= point)
                && !application.HasReportWaiting
                && await listings.FindAsync(number, cancellationToken) is { ReviewDue: var due }
                && ReviewNotices.PointsOf(due).Contains(point)
                    ? Tell(application, due, point, now)
                    : null,
            cancellationToken
        );

    /// <summary>
    /// The revision after which it isn't known whether letters were sent: months may be between two notices, and what happened meanwhile
    /// was told then. Only a repeat of this very notice sends again.
    /// </summary>
    private async Task<int> SinceAsync(ActivityInput input, CancellationToken cancellationToken) =>
        await applications.FindAsync(input.Application, cancellationToken) is { Application: var application }
        && application.RemindedOfReview != input.Point
            ? application.Revision
            : input.Revision;

    private Transition Tell(Application application, DateOnly due, DateTimeOffset point, DateTimeOffset now)
    {
        var isOverdue = ReviewNotices.IsOverdue(due, point);
        var provider = application.Provider.Number.ToString();
        IReadOnlyList<string> recipients = isOverdue ? [provider, .. reminders.Registrars(application)] : [provider];
        var what = $"review due {due.AsDay()}";
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
