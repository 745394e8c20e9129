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
