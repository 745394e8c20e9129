namespace MicroCred.Approval;

/// <summary>The registrar gave a task to somebody else.</summary>
public sealed record Reassigned(TaskId Task, string? Assignee, string Reason) : TaskMoved(Task, Assignee, Reason)
{
    internal const string FromNobody = "Nobody had it.";
}
