using System.Text.Json.Serialization;

namespace MicroCred.Approval;

/// <summary>
/// One version of a micro-credential on the register. Entries are never deleted; their status changes. [Listing Rules 2022 r 8, r 10, r 13]
/// </summary>
/// <param name="Number">Unique, and never reused.</param>
/// <param name="Version">From 1; a change may create a new version.</param>
/// <param name="Code">The reporting code.</param>
/// <param name="Title">The title.</param>
/// <param name="Level">The level.</param>
/// <param name="Credits">The size.</param>
/// <param name="Nzsced">The subject; imported entries may lack one.</param>
/// <param name="Developer">The provider that developed it.</param>
/// <param name="Deliverers">The providers that may deliver it.</param>
/// <param name="UseCase">The kind of use.</param>
/// <param name="Purpose">The purpose.</param>
/// <param name="Outcomes">The learning outcomes.</param>
/// <param name="DeliveryModes">The modes of delivery.</param>
/// <param name="Standards">The standards that it wraps.</param>
/// <param name="ApprovedOn">The day of the decision, Auckland time.</param>
/// <param name="ReviewDue">The day by which the review is due.</param>
/// <param name="LastEnrolment">The last day to enrol; null until it is set.</param>
/// <param name="LastAchievement">The last day to finish; null until it is set.</param>
/// <param name="Status">The entry's status.</param>
/// <param name="Funding">TEC's funding status; null where funding wasn't asked for.</param>
/// <param name="Ctid">The UUID of the Credential Transparency Identifier, the same for all versions.</param>
public sealed record RegisterEntry(
    int Number,
    int Version,
    ReportingCode? Code,
    string Title,
    Level Level,
    Credits Credits,
    NzscedCode? Nzsced,
    Provider Developer,
    IReadOnlyList<Provider> Deliverers,
    UseCase? UseCase,
    string Purpose,
    IReadOnlyList<string> Outcomes,
    IReadOnlyList<DeliveryMode> DeliveryModes,
    IReadOnlyList<StandardContent> Standards,
    DateOnly ApprovedOn,
    DateOnly ReviewDue,
    DateOnly? LastEnrolment,
    DateOnly? LastAchievement,
    RegisterStatus Status,
    RegisterFunding? Funding,
    Guid Ctid
)
{
    /// <summary>What it follows, leads to, counts towards or replaces; one with a number has its target's title at publication.</summary>
    public IReadOnlyList<PathwayContent> Pathways { get; init; } = [];

    /// <summary>
    /// The other entries whose pathways name this one: the kind that they state, their number and title. Derived from those entries, so
    /// not part of what is stored of this one.
    /// </summary>
    [JsonIgnore]
    public IReadOnlyList<PathwayContent> LinkedFrom { get; init; } = [];

    /// <summary>How prior learning is recognised; null where that isn't stated.</summary>
    public string? RecognitionOfPriorLearning { get; init; }

    /// <summary>What must be met beside the outcomes, such as an authorisation; null for nothing.</summary>
    public string? AwardRequires { get; init; }

    /// <summary>Who may assess; null where that isn't stated.</summary>
    public string? AssessorRequirements { get; init; }

    /// <summary>The languages, as BCP 47 tags.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>Where it is delivered.</summary>
    public IReadOnlyList<string> DeliverySites { get; init; } = [];

    /// <summary>The only people who may enrol; null where anybody may.</summary>
    public string? RestrictedTo { get; init; }

    /// <summary>The partners and their parts.</summary>
    public IReadOnlyList<PartnerContent> Partners { get; init; } = [];

    /// <summary>Who commissioned it; null for nobody.</summary>
    public string? CommissionedBy { get; init; }

    /// <summary>The university's own approval; null for any other provider's.</summary>
    public UniversityApprovalContent? UniversityApproval { get; init; }

    /// <summary>The conditions of the approval, each with its status.</summary>
    public IReadOnlyList<EntryCondition> Conditions { get; init; } = [];

    /// <summary>
    /// The entry as it follows from one approved application. Its provider delivers it unless only listing was applied for.
    /// </summary>
    /// <exception cref="InvalidOperationException">The application isn't approved, or its content wasn't validated.</exception>
    public static RegisterEntry From(Application application, int number, ReportingCode? code)
    {
        ArgumentNullException.ThrowIfNull(application);
        if (application is not { Decision: { Outcome: not DecisionOutcome.Decline } decision, Content.MicroCredential: { } content })
        {
            throw new InvalidOperationException("Only an approved application comes on the register.");
        }

        var approvedOn = WorkingDays.DayOf(decision.At);
        return new(
            number,
            Version: 1,
            code,
            content.Title ?? "",
            Level.Create(content.Level ?? 0),
            Credits.Create(content.Credits ?? 0),
            NzscedCode.TryCreate(content.Nzsced, out var subject) ? subject : null,
            application.Provider,
            application.Content.Type == ApplicationType.ListingApproval ? [] : [application.Provider],
            content.UseCase,
            content.Purpose ?? "",
            content.GivenOutcomes,
            content.DeliveryModes ?? [],
            content.GivenStandards,
            approvedOn,
            ReviewDue: application.Registration?.ReviewDue ?? approvedOn.AddYears(content.ReviewPeriodYears ?? 1),
            application.Registration?.LastEnrolment,
            application.Registration?.LastAchievement,
            application.Registration?.Status ?? RegisterStatus.Current,
            application.Funding is { } funding ? new(funding.Outcome, funding.Fund, funding.Efts) : null,
            Ctid: application.Id.Value
        )
        {
            Pathways = application.Registration?.Pathways ?? content.GivenPathways,
            RecognitionOfPriorLearning = Given(content.RecognitionOfPriorLearning),
            AwardRequires = Given(content.AwardRequires),
            AssessorRequirements = Given(content.AssessorRequirements),
            Languages = content.GivenLanguages,
            DeliverySites = content.GivenDeliverySites,
            RestrictedTo = Given(content.RestrictedTo),
            Partners = application.Content.GivenPartners,
            CommissionedBy = Given(application.Content.CommissionedBy),
            UniversityApproval = application.Content.UniversityApproval,
            Conditions = application.Conditions,
        };
    }

    private static string? Given(string? text) => Text.IsGiven(text) ? text : null;
}
