using MicroCred.Approval;

namespace MicroCred.App.Pipeline;

/// <summary>
/// Where an application stands, as much of it as the orchestration needs to know what to do next. Every activity returns one and every
/// command that moves it sends one; of two, the one with the higher revision is the later, so that none has to arrive in order or only
/// once.
/// </summary>
/// <param name="Revision">The application's revision.</param>
/// <param name="Stage">Where it is in the process.</param>
/// <param name="WakeAt">When to look again though nobody has acted, in UTC: a reminder or a deadline. Null where the system itself is to
/// act.</param>
internal sealed record Position(int Revision, Stage Stage, DateTimeOffset? WakeAt)
{
    /// <summary>The external event that tells an orchestration of a new position.</summary>
    public const string Event = "Moved";

    public static Position Of(Application application, Deadlines deadlines, DateTimeOffset now) =>
        new(application.Revision, application.Stage, deadlines.Next(application, now));
}
