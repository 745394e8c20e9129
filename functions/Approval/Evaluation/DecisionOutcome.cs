namespace MicroCred.Approval;

/// <summary>The outcome of a decision.</summary>
public enum DecisionOutcome
{
    /// <summary>Approved without conditions.</summary>
    Approve,

    /// <summary>Approved, subject to conditions.</summary>
    ApproveWithConditions,

    /// <summary>Declined.</summary>
    Decline,
}

internal static class DecisionOutcomes
{
    public static TaskOutcome AsTaskOutcome(this DecisionOutcome outcome) =>
        outcome switch
        {
            DecisionOutcome.Approve => TaskOutcome.Approve,
            DecisionOutcome.ApproveWithConditions => TaskOutcome.ApproveWithConditions,
            _ => TaskOutcome.Decline,
        };
}
