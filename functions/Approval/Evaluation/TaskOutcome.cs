namespace MicroCred.Approval;

/// <summary>What the assignee of a task may decide: the first three of an application, the others of a referral for funding.</summary>
public enum TaskOutcome
{
    /// <summary>Approve without conditions.</summary>
    Approve,

    /// <summary>Approve, subject to conditions.</summary>
    ApproveWithConditions,

    /// <summary>Decline.</summary>
    Decline,

    /// <summary>TEC may fund it.</summary>
    Eligible,

    /// <summary>TEC may not fund it.</summary>
    Ineligible,
}
