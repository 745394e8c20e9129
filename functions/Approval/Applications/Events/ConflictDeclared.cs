namespace MicroCred.Approval;

/// <summary>
/// Somebody declared an interest in the provider: the assignee, whose task goes to somebody else, or a registrar who has no task of it.
/// </summary>
/// <param name="Task">The task that moved; null for a registrar without one.</param>
/// <param name="Assignee">Who has it then; null for nobody.</param>
/// <param name="Reason">Why, in the person's words.</param>
public sealed record ConflictDeclared(TaskId? Task, string? Assignee, string Reason) : ApplicationEvent
{
    /// <inheritdoc/>
    public override string Detail =>
        Task is { } task ? $"Task {task.Ordinal}, now {Whose(Assignee)}: {Reason}" : $"The registrar's own: {Reason}";
}
