namespace MicroCred.Approval;

/// <summary>
/// A finding on one criterion, by the criterion's number, always with a comment. It keeps its author when the task moves.
/// </summary>
/// <param name="Criterion">The criterion's number.</param>
/// <param name="Result">The judgement.</param>
/// <param name="Comment">Why.</param>
/// <param name="By">The id of the person who recorded it.</param>
/// <param name="At">When, in UTC.</param>
public sealed record CriterionFinding(int Criterion, CriterionResult Result, string Comment, string By, DateTimeOffset At);
