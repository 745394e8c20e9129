namespace MicroCred.Approval;

/// <summary>
/// How long things may take, in working days. NZQA publishes none of these, so they are settings: the defaults are the figure published
/// for standard-setting bodies' letters (20 days), the MFHEA's three rounds, and plain guesses for the rest.
/// </summary>
/// <param name="WorkingDaysToDecide">From assignment to decision.</param>
/// <param name="UrgentWorkingDaysToDecide">The same, where the application is urgent.</param>
/// <param name="InformationRequestWorkingDays">For the provider's answer, each round.</param>
/// <param name="InformationRequestRounds">How often an evaluator may ask.</param>
/// <param name="ReturnLapsesAfterWorkingDays">Until a returned application that isn't submitted again lapses.</param>
/// <param name="ReminderBeforeDueWorkingDays">How long before a deadline people are reminded.</param>
public sealed record EvaluationSettings(
    int WorkingDaysToDecide = 20,
    int UrgentWorkingDaysToDecide = 5,
    int InformationRequestWorkingDays = 10,
    int InformationRequestRounds = 3,
    int ReturnLapsesAfterWorkingDays = 60,
    int ReminderBeforeDueWorkingDays = 5);
