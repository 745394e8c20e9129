namespace MicroCred.Approval;

/// <summary>What an application's decision is.</summary>
public enum DecisionOutcome
{
    /// <summary>Approved.</summary>
    Approve,

    /// <summary>Approved as long as the conditions are kept.</summary>
    ApproveWithConditions,

    /// <summary>Declined.</summary>
    Decline,
}
