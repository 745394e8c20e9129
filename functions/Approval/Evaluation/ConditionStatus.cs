namespace MicroCred.Approval;

/// <summary>Whether a condition of an approval is met.</summary>
public enum ConditionStatus
{
    /// <summary>Not decided yet.</summary>
    Open,

    /// <summary>Met.</summary>
    Met,

    /// <summary>Not met.</summary>
    NotMet,
}
