using MicroCred.Approval;

namespace MicroCred.App.Register;

/// <summary>A register entry as HTTP clients read it.</summary>
internal sealed record RegisterEntryView(
    int Number,
    ReportingCode? ReportingCode,
    int Version,
    string Title,
    Level Level,
    Credits Credits,
    NzscedCode? Nzsced,
    string? Subject,
    ProviderView Provider,
    IReadOnlyList<ProviderView> Deliverers,
    UseCase? UseCase,
    string Purpose,
    IReadOnlyList<string> Outcomes,
    IReadOnlyList<DeliveryMode> DeliveryModes,
    IReadOnlyList<StandardContent> Standards,
    RegisterStatus Status,
    DateOnly ApprovedOn,
    DateOnly ReviewDue,
    DateOnly? LastEnrolment,
    DateOnly? LastAchievement,
    RegisterFunding? Funding,
    IReadOnlyList<PathwayContent> Pathways,
    string? RecognitionOfPriorLearning,
    string? AwardRequires,
    string? AssessorRequirements,
    IReadOnlyList<string> Languages,
    IReadOnlyList<string> DeliverySites,
    string? RestrictedTo,
    IReadOnlyList<PartnerContent> Partners,
    string? CommissionedBy,
    UniversityApprovalContent? UniversityApproval,
    IReadOnlyList<EntryCondition> Conditions,
    IReadOnlyList<PathwayContent> LinkedFrom,
    string Proof
)
{
    public static RegisterEntryView Of(RegisterEntry entry) =>
        new(
            entry.Number,
            entry.Code,
            entry.Version,
            entry.Title,
            entry.Level,
            entry.Credits,
            entry.Nzsced,
            entry.Nzsced?.BroadField,
            ProviderView.Of(entry.Developer),
            [.. entry.Deliverers.Select(ProviderView.Of)],
            entry.UseCase,
            entry.Purpose,
            entry.Outcomes,
            entry.DeliveryModes,
            entry.Standards,
            entry.Status,
            entry.ApprovedOn,
            entry.ReviewDue,
            entry.LastEnrolment,
            entry.LastAchievement,
            entry.Funding,
            entry.Pathways,
            entry.RecognitionOfPriorLearning,
            entry.AwardRequires,
            entry.AssessorRequirements,
            entry.Languages,
            entry.DeliverySites,
            entry.RestrictedTo,
            entry.Partners,
            entry.CommissionedBy,
            entry.UniversityApproval,
            entry.Conditions,
            entry.LinkedFrom,
            // A link, not the proof: that changes whenever any entry does, and the files of all would have to be written again.
            $"/api/register/{entry.Number}/proof"
        );
}

/// <summary>A provider as the public sees it.</summary>
internal sealed record ProviderView(ProviderNumber Number, string Name, ProviderType Type)
{
    public static ProviderView Of(Provider provider) => new(provider.Number, provider.Name, provider.Type);
}
