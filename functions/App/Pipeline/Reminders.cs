using MicroCred.App.Notices;
using MicroCred.Approval;

namespace MicroCred.App.Pipeline;

/// <summary>Sends reminders, once for each point in time.</summary>
internal static class Reminders
{
    public static bool WasRemindedOf(this Application application, DateTimeOffset? point) => application.RemindedOf >= point;

    /// <summary>The reminder that was due at the activity's point.</summary>
    /// <param name="application">The application.</param>
    /// <param name="input">The activity's input.</param>
    /// <param name="recipient">Who is reminded: a provider's number or a person's id.</param>
    /// <param name="due">When the item that they are reminded of is due.</param>
    /// <param name="now">The time.</param>
    /// <param name="notice">Makes the letter.</param>
    public static Transition Reminding(
        this Application application,
        ActivityInput input,
        string recipient,
        DateTimeOffset due,
        DateTimeOffset now,
        Func<Envelope, Notice> notice
    )
    {
        var reminded = application.Remind(input.Point ?? now, $"due {due.AsDay()}", recipient, now).OrThrow();
        return new Transition(reminded, notice(Envelope.To(recipient, reminded.Application)));
    }
}
