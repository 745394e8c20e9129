using System.Text.Json.Serialization;

namespace MicroCred.Approval;

/// <summary>
/// An application's content as its provider entered it. Nothing is refused here: a draft may be incomplete or wrong, and validation's
/// findings say so. <c>CommissionedBy</c> names, for example, a government agency; <c>RegisterNumber</c> is the entry that a change or an
/// accreditation concerns.
/// </summary>
public sealed record ApplicationContent(
    ApplicationType Type,
    MicroCredentialContent? MicroCredential = null,
    NeedContent? Need = null,
    UrgencyContent? Urgency = null,
    FundingContent? Funding = null,
    [property: TextLimit(TextLimit.Title)] string? CommissionedBy = null,
    [property: ListLimit] IReadOnlyList<PartnerContent>? Partners = null,
    UniversityApprovalContent? UniversityApproval = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? RegisterNumber = null
)
{
    /// <summary>All that an entry says of what would be applied for with, were it new.</summary>
    public static ApplicationContent Of(RegisterEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var begun = ToDeliver(entry);
        return begun with
        {
            Type = entry.Deliverers.Count == 0 ? ApplicationType.ListingApproval : ApplicationType.ListingApprovalAccreditation,
            RegisterNumber = null,
            MicroCredential = begun.MicroCredential! with
            {
                DeliveryModes = entry.DeliveryModes,
                DeliverySites = entry.DeliverySites.Count > 0 ? entry.DeliverySites : null,
                Languages = entry.Languages.Count > 0 ? entry.Languages : null,
                RestrictedTo = entry.RestrictedTo,
                Pathways = entry.Pathways.Count > 0 ? entry.Pathways : null,
            },
            Partners = entry.Partners.Count > 0 ? entry.Partners : null,
            CommissionedBy = entry.CommissionedBy,
            UniversityApproval = entry.UniversityApproval,
        };
    }

    /// <summary>
    /// The beginning of an accreditation to deliver an entry: what the entry says of itself, to which the provider adds how it delivers it.
    /// </summary>
    public static ApplicationContent ToDeliver(RegisterEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return new(
            ApplicationType.Accreditation,
            new(
                entry.Title,
                entry.Level.Value,
                entry.Credits.Value,
                entry.Nzsced?.ToString(),
                UseCase: entry.UseCase,
                Purpose: entry.Purpose,
                Outcomes: entry.Outcomes,
                Standards: entry.Standards,
                RecognitionOfPriorLearning: entry.RecognitionOfPriorLearning,
                AwardRequires: entry.AwardRequires,
                AssessorRequirements: entry.AssessorRequirements
            ),
            RegisterNumber: entry.Number
        );
    }

    /// <summary>The partners without the nulls that an entered list may contain.</summary>
    internal IReadOnlyList<PartnerContent> GivenPartners => [.. (Partners ?? []).Where(partner => partner is not null)];
}
