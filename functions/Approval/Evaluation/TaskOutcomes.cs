namespace MicroCred.Approval;

/// <summary>How a task's outcome and a decision on an application stand for each other.</summary>
public static class TaskOutcomes
{
    /// <summary>The decision on an application; null for a referral's outcome.</summary>
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
