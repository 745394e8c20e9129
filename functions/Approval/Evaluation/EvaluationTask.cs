using System.Text.Json.Serialization;

namespace MicroCred.Approval;

/// <summary>Something that one person, named by id, is asked to do; without an assignee the registrar has to find one.</summary>
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
    /// <summary>Whether it still waits for somebody.</summary>
    [JsonIgnore]
    public bool IsOpen => Status == TaskStatus.Open;
}
