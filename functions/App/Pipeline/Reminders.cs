using MicroCred.App.Notification;
using MicroCred.Approval;

namespace MicroCred.App.Pipeline;

/// <summary>Reminding somebody of what is due, once for each point in time.</summary>
internal static class Reminders
{
    public static bool WasRemindedOf(this Application application, DateTimeOffset? point) => application.RemindedOf >= point;

    /// <summary>The reminder that was due at the activity's point.</summary>
    public static Transition Reminding(this Application application, ActivityInput input, NoticeKind kind, string recipient, DateTimeOffset due, DateTimeOffset now)
    {
        Change reminded = application.Remind(input.Point ?? now, $"due {due.AsDay()}", recipient, now).OrThrow();
        return new Transition(reminded, Notice.Of(reminded.Application, kind, recipient, ("due", due.AsDay())));
    }

    /// <summary>A moment as the day that it is in Auckland, such as 5 July 2026.</summary>
    public static string AsDay(this DateTimeOffset moment) =>
        WorkingDays.DayOf(moment).ToString("d MMMM yyyy", System.Globalization.CultureInfo.InvariantCulture);

    public static string AsDay(this DateTimeOffset? moment) => moment is { } known ? known.AsDay() : "";
}
