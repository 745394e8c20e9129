namespace MicroCred.Approval;

/// <summary>A task moved from its assignee to somebody else, or to nobody.</summary>
public abstract record TaskMoved(TaskId Task, string? Assignee, string Reason) : ApplicationEvent
{
    /// <inheritdoc/>
    public sealed override string Detail => $"Task {Task.Ordinal}, now {Whose(Assignee)}: {Reason}";
}
