using MicroCred.App.Settings;
using MicroCred.Approval;

namespace MicroCred.App.Pipeline;

/// <summary>
/// The times at which an application moves without anybody acting: reminders at half and at four fifths of the time that somebody has, the
/// deadline, and reminders after it.
/// </summary>
internal sealed class Deadlines(RuleSettings rules)
{
    /// <summary>The first time after now at which a reminder is due or a deadline passes; null where nobody is waited for.</summary>
    public DateTimeOffset? Next(Application application, DateTimeOffset now) =>
        Points(application).Cast<DateTimeOffset?>().FirstOrDefault(point => point > now);

    /// <summary>Whether a time is one of them. One that was, before the deadline moved, isn't.</summary>
    public bool Has(Application application, DateTimeOffset point) =>
        Points(application).SkipWhile(known => known < point).FirstOrDefault() == point;

    private IEnumerable<DateTimeOffset> Points(Application application)
    {
        if (application.Clock is not { } clock)
        {
            yield break;
        }

        foreach (var point in clock.Reminders)
        {
            yield return point;
        }

        for (var point = clock.Due; ; point = WorkingDays.Deadline(point, rules.Evaluation.OverdueReminderWorkingDays))
        {
            yield return point;
        }
    }
}
