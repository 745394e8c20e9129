namespace MicroCred.Approval;

/// <summary>An evaluator's finding on one criterion, by the criterion's number, always with a comment.</summary>
public sealed record CriterionFinding(int Criterion, CriterionResult Result, string Comment);
