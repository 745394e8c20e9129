namespace MicroCred.Approval;

/// <summary>The provider asked to have the decline reconsidered; where no registrar is eligible, the task has no assignee.</summary>
public sealed record ReconsiderationRequested(TaskId Task, string? Assignee, string Grounds) : ApplicationEvent
{
    /// <inheritdoc/>
    public override string Detail => $"Task {Task.Ordinal} {Whose(Assignee)}: {Grounds}";
}
