using MicroCred.Approval;

namespace MicroCred.App.Storage;

/// <summary>The lines of what is under way, as far as operations need them: no titles, no people.</summary>
/// <param name="Applications">Each application.</param>
/// <param name="Tasks">The open tasks.</param>
internal sealed record Backlog(IReadOnlyList<Backlog.ApplicationLine> Applications, IReadOnlyList<Backlog.TaskLine> Tasks)
{
    /// <summary>Steps that the system takes are a matter of seconds, and of hours only while storage or its own code fails.</summary>
    public static readonly TimeSpan LongestStep = TimeSpan.FromMinutes(15);

    /// <summary>Applications that have waited too long for the system itself, and for no person.</summary>
    public int Stuck(DateTimeOffset now) => StuckAt(now).Count();

    /// <summary>Which they are.</summary>
    public IEnumerable<ApplicationId> StuckAt(DateTimeOffset now) =>
        Applications.Where(line => line.IsSystemsTurn && now - line.Since > LongestStep).Select(line => line.Id);

    /// <summary>Evaluations past their due date; while the provider is asked something, an evaluation's clock stands still.</summary>
    public int LateEvaluations(DateTimeOffset now)
    {
        HashSet<ApplicationId> inReview =
        [
            .. Applications.Where(line => line.Status is ApplicationStatus.InReview).Select(line => line.Id),
        ];
        return Tasks.Count(task => task.Kind == TaskKind.Evaluation && task.Due < now && inReview.Contains(task.Application));
    }

    /// <summary>An application's line.</summary>
    /// <param name="Id">The application's id.</param>
    /// <param name="Status">Its status.</param>
    /// <param name="IsSystemsTurn">Whether the system itself is to act on it next.</param>
    /// <param name="Since">When the line was last written, in UTC.</param>
    internal sealed record ApplicationLine(ApplicationId Id, ApplicationStatus Status, bool IsSystemsTurn, DateTimeOffset Since);

    /// <summary>An open task's line.</summary>
    internal sealed record TaskLine(ApplicationId Application, TaskKind Kind, DateTimeOffset Due);
}
