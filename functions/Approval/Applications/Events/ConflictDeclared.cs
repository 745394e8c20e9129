namespace MicroCred.Approval;

/// <summary>
/// Somebody declared a conflict of interest: the assignee, whose task moves to somebody else, or a registrar without a task.
/// </summary>
/// <param name="Task">The task that moved; null for a registrar without one.</param>
/// <param name="Assignee">The task's next assignee; null for nobody.</param>
/// <param name="Reason">The reason, in the person's words.</param>
public sealed record ConflictDeclared(TaskId? Task, string? Assignee, string Reason) : ApplicationEvent
{
    /// <inheritdoc/>
    public override string Detail =>
        Task is { } task ? $"Task {task.Ordinal}, now {Whose(Assignee)}: {Reason}" : $"The registrar's own: {Reason}";
}
