namespace MicroCred.Approval;

/// <summary>What the assignee of a task decided; whether it counts for the application is another matter.</summary>
/// <param name="Outcome">The outcome.</param>
/// <param name="Reasons">Why.</param>
/// <param name="Conditions">The conditions of an approval.</param>
/// <param name="By">Who decided.</param>
/// <param name="At">When, in UTC.</param>
public sealed record TaskDecision(TaskOutcome Outcome, string Reasons, IReadOnlyList<Condition> Conditions, Actor By, DateTimeOffset At);
