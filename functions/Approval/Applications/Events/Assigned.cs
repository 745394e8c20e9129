namespace MicroCred.Approval;

/// <summary>The application was assigned to an evaluator; where nobody is eligible, the task has no assignee.</summary>
public sealed record Assigned(TaskId Task, string? Assignee, int WorkingDays) : ApplicationEvent
{
    /// <inheritdoc/>
    public override string Detail => $"Task {Task.Ordinal} {Whose(Assignee)}, {WorkingDays} working days.";
}
