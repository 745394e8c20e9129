namespace MicroCred.Approval;

/// <summary>
/// An application as its provider entered it. Nothing is refused here: a draft may be incomplete or wrong, and findings say so. Some are
/// commissioned, by a government agency say.
/// </summary>
public sealed record ApplicationContent(
    ApplicationType Type,
    MicroCredentialContent? MicroCredential = null,
    NeedContent? Need = null,
    UrgencyContent? Urgency = null,
    FundingContent? Funding = null,
    [property: TextLimit(TextLimit.Title)] string? CommissionedBy = null
);
