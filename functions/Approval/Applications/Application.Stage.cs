using System.Text.Json.Serialization;

namespace MicroCred.Approval;

/// <content>Where it is in the process.</content>
public sealed partial record Application
{
    /// <summary>Where it is in the process. Everything that asks reads this.</summary>
    [JsonIgnore]
    public Stage Stage =>
        Status switch
        {
            ApplicationStatus.Draft => Stage.Drafting,
            ApplicationStatus.Submitted => ValidatedAt is null ? Stage.Validation : Stage.Assignment,
            ApplicationStatus.Returned => Stage.Correction,
            ApplicationStatus.InReview => Stage.Evaluation,
            ApplicationStatus.InformationRequested => Stage.Information,
            ApplicationStatus.Approved => AsksForFunding && Funding is null or { Outcome: FundingOutcome.Referred }
                ? Stage.Funding
                : Stage.Publication,
            _ => Stage.Ended,
        };

    /// <summary>The stage that it was in after its latest change, and since when.</summary>
    public StageEntry? Entered { get; init; }

    /// <summary>Whether the system itself is to act on it next, and no person: a matter of seconds.</summary>
    [JsonIgnore]
    public bool IsSystemsTurn =>
        Stage is Stage.Validation or Stage.Assignment or Stage.Publication || (Stage is Stage.Funding && Funding is null);

    /// <summary>Whether it has ended: its status never changes again.</summary>
    [JsonIgnore]
    public bool IsClosed => Stage == Stage.Ended;
}
