namespace MicroCred.Approval;

/// <summary>The registrar gave a task to somebody else.</summary>
public sealed record Reassigned(TaskId Task, string? Assignee) : TaskMoved(Task, Assignee, Words)
{
    internal const string Words = "Given to someone else.";
}
