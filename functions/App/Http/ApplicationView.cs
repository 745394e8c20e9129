using MicroCred.Approval;

namespace MicroCred.App.Http;

/// <summary>An application as HTTP clients read it: its provider's input and its progress.</summary>
internal sealed record ApplicationView(
    ApplicationId Id,
    ApplicationStatus Status,
    Stage Stage,
    Provider Provider,
    DateTimeOffset CreatedAt,
    DateTimeOffset? SubmittedAt,
    string? Edition,
    ApplicationType Type,
    MicroCredentialContent? MicroCredential,
    NeedContent? Need,
    UrgencyContent? Urgency,
    FundingContent? Funding,
    string? CommissionedBy,
    IReadOnlyList<PartnerContent>? Partners,
    UniversityApprovalContent? UniversityApproval,
    IReadOnlyList<DocumentView> Documents,
    IReadOnlyList<Finding> Findings,
    IReadOnlyList<InformationRequestView> InformationRequests,
    DecisionView? Decision,
    Reconsideration? Reconsideration,
    int? RegisterNumber,
    ReportingCode? ReportingCode,
    int Revision
)
{
    /// <param name="application">The application.</param>
    /// <param name="withIds">Whether the reader may see people's object ids, which no provider may.</param>
    public static ApplicationView Of(Application application, bool withIds = false) =>
        new(
            application.Id,
            application.Status,
            withIds ? application.Stage : application.StageAsToldToProvider,
            application.Provider,
            application.CreatedAt,
            application.SubmittedAt,
            application.Edition,
            application.Content.Type,
            application.Content.MicroCredential,
            application.Content.Need,
            application.Content.Urgency,
            application.Content.Funding,
            application.Content.CommissionedBy,
            application.Content.Partners,
            application.Content.UniversityApproval,
            [.. application.Documents.Select(DocumentView.Of)],
            application.Findings,
            [.. application.InformationRequests.Select(InformationRequestView.Of)],
            application.Decision is { } decision ? DecisionView.Of(decision, withIds) : null,
            application.Reconsideration,
            application.Registration?.Number ?? application.Concerned,
            application.Registration?.Code,
            withIds ? application.Revision : application.ToldRevision
        );
}
