using System.Text.Json.Serialization;

namespace MicroCred.Approval;

/// <summary>Work for one person, identified by id. A task without an assignee waits for the registrar to assign it.</summary>
public sealed record EvaluationTask(
    TaskId Id,
    TaskKind Kind,
    string? Assignee,
    TaskStatus Status,
    DateTimeOffset Due,
    bool Urgent,
    DateTimeOffset AssignedAt,
    IReadOnlyList<CriterionFinding> Findings
)
{
    /// <summary>Whether the task is still to be done.</summary>
    [JsonIgnore]
    public bool IsOpen => Status == TaskStatus.Open;
}
