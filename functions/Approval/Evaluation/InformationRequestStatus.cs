namespace MicroCred.Approval;

/// <summary>The status of an information request.</summary>
public enum InformationRequestStatus
{
    /// <summary>The provider has to answer.</summary>
    Open,

    /// <summary>The provider answered.</summary>
    Answered,

    /// <summary>It ended without an answer.</summary>
    Lapsed,
}
