namespace MicroCred.Approval;

/// <summary>An evaluator decided, and the decision doesn't count yet: somebody else has to decide, too.</summary>
/// <param name="Task">The task that was decided.</param>
/// <param name="Outcome">The outcome.</param>
/// <param name="Reasons">Why.</param>
/// <param name="Next">The task that follows.</param>
/// <param name="Kind">The kind of the task that follows.</param>
/// <param name="Assignee">The id of the person who gets it; null for nobody.</param>
public sealed record DecisionRecorded(TaskId Task, TaskOutcome Outcome, string Reasons, TaskId Next, TaskKind Kind, string? Assignee)
    : ApplicationEvent
{
    /// <inheritdoc/>
    public override string Detail =>
        $"Task {Task.Ordinal}: {Outcome}. {Reasons} "
        + $"Task {Next.Ordinal}, {(Kind == TaskKind.SecondReview ? "second review" : "resolution")}, {Whose(Assignee)}.";
}
