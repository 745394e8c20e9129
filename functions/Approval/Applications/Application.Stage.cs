using System.Text.Json.Serialization;

namespace MicroCred.Approval;

/// <content>The application's stage in the process.</content>
public sealed partial record Application
{
    /// <summary>The stage in the process. Every reader uses this one property.</summary>
    [JsonIgnore]
    public Stage Stage =>
        Status switch
        {
            ApplicationStatus.Draft => Stage.Drafting,
            ApplicationStatus.Submitted => ValidatedAt is null ? Stage.Validation : Stage.Assignment,
            ApplicationStatus.Returned => Stage.Correction,
            ApplicationStatus.InReview => OpenEvaluation?.Kind switch
            {
                TaskKind.SecondReview => Stage.SecondReview,
                TaskKind.Resolution => Stage.Resolution,
                _ => Stage.Evaluation,
            },
            ApplicationStatus.InformationRequested => Stage.Information,
            ApplicationStatus.Reconsidering => Stage.Reconsideration,
            ApplicationStatus.Approved => AsksForFunding && Funding is null ? Stage.Funding : Stage.Publication,
            ApplicationStatus.Published when Funding is { Outcome: FundingOutcome.Referred } => Stage.Funding,
            _ => Stage.Ended,
        };

    /// <summary>
    /// The same as shown to the provider: that a decision is reviewed may tell which it was, so until it counts it is evaluation.
    /// </summary>
    [JsonIgnore]
    public Stage StageAsToldToProvider => Stage is Stage.SecondReview or Stage.Resolution ? Stage.Evaluation : Stage;

    /// <summary>The stage after the latest change, and since when.</summary>
    public StageEntry? Entered { get; init; }

    /// <summary>
    /// The working days in each stage that was left since the first submission, in the order in which each was first left; null before
    /// that, and where the first submission was before they were counted.
    /// </summary>
    public IReadOnlyList<StageDays>? DaysInStages { get; init; }

    /// <summary>Whether the next step is the system's, not a person's: a matter of seconds.</summary>
    [JsonIgnore]
    public bool IsSystemsTurn =>
        Stage is Stage.Validation or Stage.Assignment or Stage.Publication || (Stage is Stage.Funding && Funding is null);

    /// <summary>Whether the application has ended: its status never changes again, unless a decline is reconsidered.</summary>
    [JsonIgnore]
    public bool IsClosed => Stage == Stage.Ended;

    /// <summary>The same once the stage that was entered last is left.</summary>
    private List<StageDays>? DaysOnLeaving(DateTimeOffset at)
    {
        if (Entered is { Stage: Stage.Drafting })
        {
            return [];
        }

        if (Entered is null || DaysInStages is null)
        {
            return null;
        }

        StageDays stay = new(Entered.Stage, WorkingDays.Between(WorkingDays.DayOf(Entered.At), WorkingDays.DayOf(at)));
        return
        [
            .. DaysInStages
                .Append(stay)
                .GroupBy(days => days.Stage, days => days.Days)
                .Select(stage => new StageDays(stage.Key, stage.Sum())),
        ];
    }
}
