namespace MicroCred.Approval;

/// <summary>A second review or a resolution moved from its assignee to somebody else, or to nobody.</summary>
/// <param name="Task">The task.</param>
/// <param name="Assignee">The id of its next assignee; null for nobody.</param>
/// <param name="How">The name of the event that it would be for another task.</param>
/// <param name="Reason">The reason, in the person's words.</param>
public sealed record ReviewMoved(TaskId Task, string? Assignee, string How, string Reason) : ApplicationEvent
{
    /// <inheritdoc/>
    public override string Detail => $"{How}: task {Task.Ordinal}, now {Whose(Assignee)}: {Reason}";
}
