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
    IReadOnlyList<StandardContent>? Standards = null);
