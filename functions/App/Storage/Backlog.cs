using MicroCred.Approval;

namespace MicroCred.App.Storage;

/// <summary>All applications and open tasks under way, drafts left out, as far as operations need them: no titles.</summary>
/// <param name="Applications">The applications under way.</param>
/// <param name="Tasks">The open tasks.</param>
internal sealed record Backlog(IReadOnlyList<Backlog.ApplicationLine> Applications, IReadOnlyList<Backlog.TaskLine> Tasks)
{
    /// <summary>The system's own steps take seconds; hours only while storage or the code fails.</summary>
    public static readonly TimeSpan LongestStep = TimeSpan.FromMinutes(15);

    /// <summary>How many applications have waited too long for the system itself rather than for a person.</summary>
    public int Stuck(DateTimeOffset now) => StuckAt(now).Count();

    /// <summary>The ids of those applications.</summary>
    public IEnumerable<ApplicationId> StuckAt(DateTimeOffset now) =>
        Applications.Where(line => line.IsSystemsTurn && now - line.Since > LongestStep).Select(line => line.Id);

    /// <summary>How many open tasks a person has.</summary>
    public int OpenTasksOf(string person) => Tasks.Count(task => task.Assignee == person);

    /// <summary>The ids of those whose provider has to answer a question, while which an evaluation's clock stands still.</summary>
    public IReadOnlySet<ApplicationId> StandingStill =>
        Applications.Where(line => line.Status is ApplicationStatus.InformationRequested).Select(line => line.Id).ToHashSet();

    /// <summary>
    /// Evaluations, and what follows on them, past their due date; an evaluation's clock stands still during an information request.
    /// </summary>
    public int LateEvaluations(DateTimeOffset now)
    {
        HashSet<ApplicationId> inReview =
        [
            .. Applications
                .Where(line => line.Status is ApplicationStatus.InReview or ApplicationStatus.Reconsidering)
                .Select(line => line.Id),
        ];
        return Tasks.Count(task =>
            task.Kind is not (TaskKind.FundingReferral or TaskKind.ConditionFollowUp or TaskKind.EntryReview)
            && task.Due < now
            && inReview.Contains(task.Application)
        );
    }

    /// <summary>An application's line.</summary>
    /// <param name="Id">The application's id.</param>
    /// <param name="Status">Its status.</param>
    /// <param name="IsSystemsTurn">Whether the system itself has to act next.</param>
    /// <param name="Since">When the line was last written, in UTC.</param>
    /// <param name="Entered">
    /// Its stage, and since when: at times the one before, where both are the system's and take seconds. Null in a line written before
    /// stages were.
    /// </param>
    /// <param name="IsReconsidered">Whether a reconsideration was asked for.</param>
    internal sealed record ApplicationLine(
        ApplicationId Id,
        ApplicationStatus Status,
        bool IsSystemsTurn,
        DateTimeOffset Since,
        StageEntry? Entered = null,
        bool IsReconsidered = false
    );

    /// <summary>An open task's line.</summary>
    /// <param name="Id">The task.</param>
    /// <param name="Assignee">The id of the person who has it; <see cref="WorklistRows.Nobody"/> where nobody has.</param>
    /// <param name="Kind">Its kind.</param>
    /// <param name="Due">When it is due, in UTC.</param>
    /// <param name="Provider">Whose application it is about.</param>
    /// <param name="Urgent">Whether that is urgent.</param>
    /// <param name="Since">Since when the assignee has it, in UTC.</param>
    internal sealed record TaskLine(
        TaskId Id,
        string Assignee,
        TaskKind Kind,
        DateTimeOffset Due,
        ProviderNumber Provider,
        bool Urgent,
        DateTimeOffset Since
    )
    {
        /// <summary>The application it is about.</summary>
        public ApplicationId Application => Id.Application;
    }
}
