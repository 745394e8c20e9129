namespace MicroCred.Approval;

/// <summary>What the check of a document came to.</summary>
public enum DocumentStatus
{
    /// <summary>Readable, and what it claims to be.</summary>
    Accepted,

    /// <summary>Not readable, or infected; its findings say why.</summary>
    Rejected,
}
