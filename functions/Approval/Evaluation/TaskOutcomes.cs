namespace MicroCred.Approval;

/// <summary>How a task's outcome and a decision on an application stand for each other.</summary>
public static class TaskOutcomes
{
    /// <summary>The outcomes that a kind of task has.</summary>
    public static IReadOnlyList<TaskOutcome> Of(TaskKind kind) =>
        kind switch
        {
            TaskKind.FundingReferral => [TaskOutcome.Eligible, TaskOutcome.Ineligible],
            TaskKind.Reconsideration => [TaskOutcome.Uphold, TaskOutcome.Approve, TaskOutcome.ApproveWithConditions],
            TaskKind.ConditionFollowUp => [TaskOutcome.Met, TaskOutcome.NotMet, TaskOutcome.Extend],
            TaskKind.EntryReview => [TaskOutcome.Continue, TaskOutcome.Expire],
            _ => [TaskOutcome.Approve, TaskOutcome.ApproveWithConditions, TaskOutcome.Decline],
        };

    /// <summary>The decision on an application; null for the outcome of another task.</summary>
    public static DecisionOutcome? AsDecision(this TaskOutcome outcome) =>
        outcome switch
        {
            TaskOutcome.Approve => DecisionOutcome.Approve,
            TaskOutcome.ApproveWithConditions => DecisionOutcome.ApproveWithConditions,
            TaskOutcome.Decline => DecisionOutcome.Decline,
            _ => null,
        };

    internal static TaskOutcome AsTaskOutcome(this DecisionOutcome outcome) =>
        outcome switch
        {
            DecisionOutcome.Approve => TaskOutcome.Approve,
            DecisionOutcome.ApproveWithConditions => TaskOutcome.ApproveWithConditions,
            _ => TaskOutcome.Decline,
        };
}
