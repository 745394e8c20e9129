using MicroCred.App.Settings;
using MicroCred.Approval;

namespace MicroCred.App.Pipeline;

/// <summary>
/// The times at which an application moves without anybody acting: reminders before a deadline, the deadline, and reminders after it.
/// </summary>
internal sealed class Deadlines(RuleSettings rules)
{
    /// <summary>The first time after now at which a reminder is due or a deadline passes; null where nobody is waited for.</summary>
    public DateTimeOffset? Next(Application application, DateTimeOffset now) =>
        Points(application).Cast<DateTimeOffset?>().FirstOrDefault(point => point > now);

    private IEnumerable<DateTimeOffset> Points(Application application)
    {
        if (application.WaitingFor?.Due is not { } due)
        {
            yield break;
        }

        yield return WorkingDays.Before(due, rules.Evaluation.ReminderBeforeDueWorkingDays);
        for (var point = due; ; point = WorkingDays.Deadline(point, rules.Evaluation.ReminderBeforeDueWorkingDays))
        {
            yield return point;
        }
    }
}
