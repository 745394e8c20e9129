using System.ComponentModel.DataAnnotations;

namespace MicroCred.Approval;

/// <summary>
/// Time limits, in working days unless they say otherwise, and which decisions need a second review. NZQA publishes none of these, so they
/// are settings: the defaults are the figure published for standard-setting bodies' letters (20 days), the MFHEA's three rounds, and guesses
/// for the rest.
/// </summary>
public sealed record EvaluationSettings
{
    private const int AYear = 250;

    /// <summary>From assignment to decision.</summary>
    [Range(1, AYear)]
    public int WorkingDaysToDecide { get; init; } = 20;

    /// <summary>From assignment to decision, for an urgent application.</summary>
    [Range(1, AYear)]
    public int UrgentWorkingDaysToDecide { get; init; } = 5;

    /// <summary>For the provider's answer to each information request.</summary>
    [Range(1, AYear)]
    public int InformationRequestWorkingDays { get; init; } = 10;

    /// <summary>The most information requests that an evaluator may send.</summary>
    [Range(0, 20)]
    public int InformationRounds { get; init; } = 3;

    /// <summary>From the first decision to the second one, where the evaluation isn't due later anyway.</summary>
    [Range(1, AYear)]
    public int SecondReviewWorkingDays { get; init; } = 5;

    /// <summary>The same, for an urgent application.</summary>
    [Range(1, AYear)]
    public int UrgentSecondReviewWorkingDays { get; init; } = 2;

    /// <summary>The level from which an approval needs a second review.</summary>
    [Range(1, 11)]
    public int SecondReviewFromLevel { get; init; } = 7;

    /// <summary>The share, from 0 to 1, of approvals below that level that need a second review.</summary>
    [Range(0.0, 1.0)]
    public double SecondReviewShare { get; init; }

    /// <summary>Calendar days after a decline in which the provider may ask to have it reconsidered. [ASQA's figure]</summary>
    [Range(1, 366)]
    public int ReconsiderationDays { get; init; } = 30;

    /// <summary>For a registrar to decide on the report of a review.</summary>
    [Range(1, AYear)]
    public int EntryReviewWorkingDays { get; init; } = 20;

    /// <summary>Until a returned application lapses unless it is submitted again.</summary>
    [Range(1, AYear)]
    public int ReturnLapsesAfterWorkingDays { get; init; } = 60;

    /// <summary>Between reminders once something is overdue.</summary>
    [Range(1, AYear)]
    public int OverdueReminderWorkingDays { get; init; } = 5;
}
