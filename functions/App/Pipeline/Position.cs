using MicroCred.Approval;

namespace MicroCred.App.Pipeline;

/// <summary>
/// The part of an application's state from which the orchestration decides what to do next. Every activity returns a position and every
/// command that moves the application sends one. The one with the highest revision wins, so positions may arrive out of order or more than
/// once.
/// </summary>
/// <param name="Revision">The application's revision.</param>
/// <param name="Stage">Where it is in the process.</param>
/// <param name="WakeAt">
/// When to wake though nobody has acted, in UTC: a reminder or a deadline. Null while the system itself has to act.
/// </param>
internal sealed record Position(int Revision, Stage Stage, DateTimeOffset? WakeAt)
{
    /// <summary>The external event that tells an orchestration of a new position.</summary>
    public const string Event = "Moved";

    public static Position Of(Application application, Deadlines deadlines, DateTimeOffset now) =>
        new(application.Revision, application.Stage, deadlines.Next(application, now));
}
