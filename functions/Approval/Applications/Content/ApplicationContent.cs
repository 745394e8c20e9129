namespace MicroCred.Approval;

/// <summary>
/// An application's content as its provider entered it. Nothing is refused here: a draft may be incomplete or wrong, and validation's
/// findings say so. <c>CommissionedBy</c> names, for example, a government agency.
/// </summary>
public sealed record ApplicationContent(
    ApplicationType Type,
    MicroCredentialContent? MicroCredential = null,
    NeedContent? Need = null,
    UrgencyContent? Urgency = null,
    FundingContent? Funding = null,
    [property: TextLimit(TextLimit.Title)] string? CommissionedBy = null,
    [property: ListLimit] IReadOnlyList<PartnerContent>? Partners = null,
    UniversityApprovalContent? UniversityApproval = null
)
{
    /// <summary>The partners without the nulls that an entered list may contain.</summary>
    internal IReadOnlyList<PartnerContent> GivenPartners => [.. (Partners ?? []).Where(partner => partner is not null)];
}
