namespace MicroCred.Approval;

/// <summary>An evaluator gave a task up.</summary>
public sealed record Released(TaskId Task, string? Assignee, string Reason) : TaskMoved(Task, Assignee, Reason);
