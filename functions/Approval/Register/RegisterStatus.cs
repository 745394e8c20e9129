namespace MicroCred.Approval;

/// <summary>Where a register entry is in its life. Entries are never deleted.</summary>
public enum RegisterStatus
{
    /// <summary>Open for enrolment.</summary>
    Current,

    /// <summary>No new enrolments, for a set time; learners may finish.</summary>
    Expiring,

    /// <summary>Over.</summary>
    Discontinued,

    /// <summary>It should never have been listed. It stays to be read by its number; searches and counts leave it out.</summary>
    ListedByMistake,
}
