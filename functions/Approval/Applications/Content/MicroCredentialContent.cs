using System.Text.Json.Serialization;

namespace MicroCred.Approval;

/// <summary>
/// The micro-credential, as entered. [Listing Rules 2022 r 6.1] <c>AwardRequires</c> is anything that must be met beside the outcomes, such
/// as a ministry's authorisation; <c>RestrictedTo</c> names the only people who may enrol, such as one employer's staff; the languages are
/// BCP 47 tags, such as <c>en-NZ</c>. Of these later facts, those that were left out aren't read back as null: a body written before
/// they existed reads back as it was sent.
/// </summary>
public sealed record MicroCredentialContent(
    [property: TextLimit(TextLimit.Title)] string? Title = null,
    int? Level = null,
    int? Credits = null,
    [property: TextLimit(TextLimit.Title)] string? Nzsced = null,
    bool? DegreeLevel = null,
    UseCase? UseCase = null,
    [property: TextLimit(TextLimit.LongText)] string? Purpose = null,
    [property: ListLimit, TextLimit(TextLimit.Sentence)] IReadOnlyList<string>? Outcomes = null,
    int? LearningHours = null,
    [property: ListLimit] IReadOnlyList<DeliveryMode>? DeliveryModes = null,
    [property: TextLimit(TextLimit.LongText)] string? EntryRequirements = null,
    [property: TextLimit(TextLimit.LongText)] string? Assessment = null,
    int? ReviewPeriodYears = null,
    [property: ListLimit] IReadOnlyList<StandardContent>? Standards = null,
    [property: ListLimit, JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<PathwayContent>? Pathways = null,
    [property: TextLimit(TextLimit.LongText), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        string? RecognitionOfPriorLearning = null,
    [property: TextLimit(TextLimit.LongText), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? AwardRequires = null,
    [property: TextLimit(TextLimit.LongText), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        string? AssessorRequirements = null,
    [property: TextLimit(TextLimit.LongText), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Moderation = null,
    [property: TextLimit(TextLimit.Sentence), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? RestrictedTo = null,
    [property: ListLimit, TextLimit(TextLimit.Title), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        IReadOnlyList<string>? Languages = null,
    [property: ListLimit, TextLimit(TextLimit.Title), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        IReadOnlyList<string>? DeliverySites = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? ExpectedLearnersPerYear = null
)
{
    /// <summary>The outcomes without the blanks and nulls that an entered list may contain.</summary>
    internal IReadOnlyList<string> GivenOutcomes => [.. (Outcomes ?? []).Where(Text.IsGiven)];

    /// <summary>The standards without nulls.</summary>
    internal IReadOnlyList<StandardContent> GivenStandards => [.. (Standards ?? []).Where(standard => standard is not null)];

    /// <summary>The pathways without nulls.</summary>
    internal IReadOnlyList<PathwayContent> GivenPathways => [.. (Pathways ?? []).Where(pathway => pathway is not null)];

    /// <summary>The languages without blanks and nulls.</summary>
    internal IReadOnlyList<string> GivenLanguages => [.. (Languages ?? []).Where(Text.IsGiven)];

    /// <summary>The sites without blanks and nulls.</summary>
    internal IReadOnlyList<string> GivenDeliverySites => [.. (DeliverySites ?? []).Where(Text.IsGiven)];
}
