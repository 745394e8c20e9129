namespace MicroCred.Approval;

/// <summary>The micro-credential, as entered. [Listing Rules 2022 r 6.1]</summary>
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
    [property: ListLimit] IReadOnlyList<StandardContent>? Standards = null
)
{
    /// <summary>The outcomes without the blanks and nulls that an entered list may contain.</summary>
    internal IReadOnlyList<string> GivenOutcomes => [.. (Outcomes ?? []).Where(Text.IsGiven)];

    /// <summary>The standards without nulls.</summary>
    internal IReadOnlyList<StandardContent> GivenStandards => [.. (Standards ?? []).Where(standard => standard is not null)];
}
