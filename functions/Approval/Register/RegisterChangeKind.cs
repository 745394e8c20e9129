namespace MicroCred.Approval;

/// <summary>What happened to an entry of the register.</summary>
public enum RegisterChangeKind
{
    /// <summary>It was listed.</summary>
    Published,

    /// <summary>It got a new version.</summary>
    Changed,

    /// <summary>Another provider may deliver it.</summary>
    DelivererAdded,

    /// <summary>Its status, or one of its last days, is another.</summary>
    StatusChanged,

    /// <summary>TEC's funding adviser decided about it.</summary>
    FundingDecided,

    /// <summary>A condition was met or not, or has more time.</summary>
    ConditionChanged,

    /// <summary>Its provider reviewed it, and it goes on until the next review.</summary>
    Reviewed,

    /// <summary>It was taken from an earlier register.</summary>
    Imported,

    /// <summary>What is shown of it was put right.</summary>
    Corrected,
}
