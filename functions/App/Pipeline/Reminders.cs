using MicroCred.App.Identity;
using MicroCred.App.Notices;
using MicroCred.Approval;

namespace MicroCred.App.Pipeline;

/// <summary>Sends reminders, once for each point in time.</summary>
internal sealed class Reminders(Deadlines deadlines, SectorDirectory directory)
{
    /// <summary>
    /// The ids of those who are reminded of an open task: its assignee; the free registrars, too, where it is overdue or nobody has it.
    /// </summary>
    public IReadOnlyList<string> Recipients(Application application, EvaluationTask task, bool isOverdue) =>
        task.Assignee is not { } assignee ? Registrars(application)
        : isOverdue ? [.. Registrars(application).Prepend(assignee).Distinct()]
        : [assignee];

    /// <summary>The ids of the registrars who may see to an application.</summary>
    public IReadOnlyList<string> Registrars(Application application) =>
        [.. directory.FreeRegistrars(application).Select(registrar => registrar.Id)];

    /// <summary>
    /// The reminder that was due at the activity's point; null where it was sent already, or the deadline moved since so that it isn't due
    /// then.
    /// </summary>
    /// <param name="application">The application.</param>
    /// <param name="input">The activity's input.</param>
    /// <param name="recipients">Who is reminded: a provider's number or people's ids.</param>
    /// <param name="now">The time.</param>
    /// <param name="notice">Makes each one's letter.</param>
    public Transition? Due(
        Application application,
        ActivityInput input,
        IReadOnlyList<string> recipients,
        DateTimeOffset now,
        Func<Envelope, Notice> notice
    )
    {
        if (
            application.Clock is not { } clock
            || input.Point is not { } point
            || application.RemindedOf >= point
            || !deadlines.Has(application, point)
        )
        {
            return null;
        }

        var reminded = application.Remind(point, $"due {clock.Due.AsDay()}", string.Join(", ", recipients), now).OrThrow();
        return new Transition(reminded, [.. recipients.Select(recipient => notice(Envelope.To(recipient, reminded.Application)))]);
    }
}
