namespace MicroCred.Approval;

/// <summary>The status of a register entry. Entries are never deleted.</summary>
public enum RegisterStatus
{
    /// <summary>Open for enrolment.</summary>
    Current,

    /// <summary>No new enrolments, for a set time; learners may finish.</summary>
    Expiring,

    /// <summary>Closed for good.</summary>
    Discontinued,

    /// <summary>Listed in error. The entry can still be read by its number; searches and counts leave it out.</summary>
    ListedByMistake,
}
