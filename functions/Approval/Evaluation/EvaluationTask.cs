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
    IReadOnlyList<CriterionFinding> Findings,
    TaskDecision? Decision = null
)
{
    /// <summary>The day in Auckland on which its clock started; it moves on by the working days for which the clock stood still.</summary>
    public DateOnly Started { get; init; } = WorkingDays.DayOf(AssignedAt);

    /// <summary>The ids of those who had it before, oldest first.</summary>
    public IReadOnlyList<string> FormerAssignees { get; init; } = [];

    /// <summary>The ids of those who gave it up, for a reason: it doesn't come back to them by itself.</summary>
    public IReadOnlyList<string> GaveUp { get; init; } = [];

    /// <summary>Whether a registrar gave it to its assignee, whatever that one's absence.</summary>
    public bool IsByRegistrar { get; init; }

    /// <summary>For a <see cref="TaskKind.ConditionFollowUp"/>, the condition; null for any other task.</summary>
    public string? Condition { get; init; }

    /// <summary>Whether the task is still to be done.</summary>
    [JsonIgnore]
    public bool IsOpen => Status == TaskStatus.Open;

    /// <summary>Whether it is about what NZQA decides, not about funding.</summary>
    [JsonIgnore]
    public bool IsNzqas => Kind != TaskKind.FundingReferral;

    /// <summary>Its clock.</summary>
    internal Clock Clock => new(Started, Due);

    /// <summary>The same with another clock.</summary>
    internal EvaluationTask With(Clock clock) => this with { Started = clock.Started, Due = clock.Due };

    /// <summary>The same, done with a decision.</summary>
    internal EvaluationTask DoneWith(TaskDecision decision) => this with { Status = TaskStatus.Done, Decision = decision };

    /// <summary>The findings that a person recorded themselves.</summary>
    internal IReadOnlyList<CriterionFinding> FindingsOf(string person) => [.. Findings.Where(finding => finding.By == person)];
}
