namespace MicroCred.Approval;

/// <summary>
/// What the assignee of a task may decide: the first three of an application, the next two of a referral for funding, then one of a
/// reconsideration, which may also approve, then three of a condition, and the last two of a review of an entry.
/// </summary>
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

    /// <summary>The decline stands.</summary>
    Uphold,

    /// <summary>The condition is met.</summary>
    Met,

    /// <summary>The condition isn't met.</summary>
    NotMet,

    /// <summary>There is more time to meet the condition.</summary>
    Extend,

    /// <summary>The entry goes on until its next review.</summary>
    Continue,

    /// <summary>The entry expires.</summary>
    Expire,
}
