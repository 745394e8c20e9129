namespace MicroCred.Approval;

/// <summary>The micro-credential itself, as entered. [Listing Rules 2022 r 6.1]</summary>
public sealed record MicroCredentialContent(
    string? Title = null,
    int? Level = null,
    int? Credits = null,
    string? Nzsced = null,
    bool? DegreeLevel = null,
    UseCase? UseCase = null,
    string? Purpose = null,
    IReadOnlyList<string>? Outcomes = null,
    int? LearningHours = null,
    IReadOnlyList<DeliveryMode>? DeliveryModes = null,
    string? EntryRequirements = null,
    string? Assessment = null,
    int? ReviewPeriodYears = null,
    IReadOnlyList<StandardContent>? Standards = null)
{
    /// <summary>The outcomes without blanks and nulls, which lists as entered may hold.</summary>
    internal IReadOnlyList<string> GivenOutcomes => [.. (Outcomes ?? []).Where(Text.IsGiven)];

    /// <summary>The standards without nulls.</summary>
    internal IReadOnlyList<StandardContent> GivenStandards => [.. (Standards ?? []).Where(standard => standard is not null)];
}
