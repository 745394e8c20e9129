namespace MicroCred.Approval;

/// <summary>
/// An application as its provider entered it. Nothing is refused here: a draft may be incomplete or wrong, and findings say so.
/// </summary>
public sealed record ApplicationContent(
    ApplicationType Type,
    MicroCredentialContent? MicroCredential = null,
    NeedContent? Need = null,
    UrgencyContent? Urgency = null,
    FundingContent? Funding = null);
