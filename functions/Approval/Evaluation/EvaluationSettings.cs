using System.ComponentModel.DataAnnotations;

namespace MicroCred.Approval;

/// <summary>
/// How long things may take, in working days. NZQA publishes none of these, so they are settings: the defaults are the figure published
/// for standard-setting bodies' letters (20 days), the MFHEA's three rounds, and plain guesses for the rest.
/// </summary>
public sealed record EvaluationSettings
{
    private const int AYear = 250;

    /// <summary>From assignment to decision.</summary>
    [Range(1, AYear)]
    public int WorkingDaysToDecide { get; init; } = 20;

    /// <summary>The same, where the application is urgent.</summary>
    [Range(1, AYear)]
    public int UrgentWorkingDaysToDecide { get; init; } = 5;

    /// <summary>For the provider's answer, each round.</summary>
    [Range(1, AYear)]
    public int InformationRequestWorkingDays { get; init; } = 10;

    /// <summary>How often an evaluator may ask.</summary>
    [Range(0, 20)]
    public int InformationRequestRounds { get; init; } = 3;

    /// <summary>Until a returned application that isn't submitted again lapses.</summary>
    [Range(1, AYear)]
    public int ReturnLapsesAfterWorkingDays { get; init; } = 60;

    /// <summary>How long before a deadline people are reminded, and how often after it.</summary>
    [Range(1, AYear)]
    public int ReminderBeforeDueWorkingDays { get; init; } = 5;
}
