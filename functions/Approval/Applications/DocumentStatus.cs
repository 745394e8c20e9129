namespace MicroCred.Approval;

/// <summary>The result of inspecting a document.</summary>
public enum DocumentStatus
{
    /// <summary>Readable, and of the type that it claims to be.</summary>
    Accepted,

    /// <summary>Unreadable or infected; the findings say why.</summary>
    Rejected,
}
