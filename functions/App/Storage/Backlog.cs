using MicroCred.Approval;

namespace MicroCred.App.Storage;

/// <summary>The lines of what is under way, as far as operations need them: no titles, no people.</summary>
/// <param name="Applications">Each application with its status and since when it is on that list.</param>
/// <param name="Tasks">The open tasks.</param>
internal sealed record Backlog(IReadOnlyList<Backlog.ApplicationLine> Applications, IReadOnlyList<Backlog.TaskLine> Tasks)
{
    /// <summary>Steps that the system takes are a matter of seconds, and of hours only while storage or its own code fails.</summary>
    public static readonly TimeSpan LongestStep = TimeSpan.FromMinutes(15);

    /// <summary>Applications that have waited too long for the system itself, and for no person.</summary>
    public int Stuck(DateTimeOffset now) => StuckAt(now).Count();

    /// <summary>Which they are.</summary>
    public IEnumerable<ApplicationId> StuckAt(DateTimeOffset now)
    {
        HashSet<ApplicationId> referred = [.. Tasks.Where(task => task.Kind == TaskKind.FundingReferral).Select(task => task.Application)];
        return Applications
            .Where(line => now - line.Since > LongestStep
                && (line.Status is ApplicationStatus.Submitted || (line.Status is ApplicationStatus.Approved && !referred.Contains(line.Id))))
            .Select(line => line.Id);
    }

    /// <summary>Evaluations past their due date; while the provider is asked something, an evaluation's clock stands still.</summary>
    public int LateEvaluations(DateTimeOffset now)
    {
        HashSet<ApplicationId> inReview = [.. Applications.Where(line => line.Status is ApplicationStatus.InReview).Select(line => line.Id)];
        return Tasks.Count(task => task.Kind == TaskKind.Evaluation && task.Due < now && inReview.Contains(task.Application));
    }

    /// <summary>An application's line.</summary>
    internal sealed record ApplicationLine(ApplicationId Id, ApplicationStatus Status, DateTimeOffset Since);

    /// <summary>An open task's line.</summary>
    internal sealed record TaskLine(ApplicationId Application, TaskKind Kind, DateTimeOffset Due);
}
