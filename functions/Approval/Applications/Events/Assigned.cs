namespace MicroCred.Approval;

/// <summary>An evaluator got it; where nobody may have it, the task waits with nobody.</summary>
public sealed record Assigned(TaskId Task, string? Assignee, int WorkingDays) : ApplicationEvent
{
    /// <inheritdoc/>
    public override string Detail => $"Task {Task.Ordinal} {Whose(Assignee)}, {WorkingDays} working days.";
}
