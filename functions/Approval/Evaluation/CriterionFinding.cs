namespace MicroCred.Approval;

/// <summary>What an evaluator found of one criterion, by its number, and always in words as well.</summary>
public sealed record CriterionFinding(int Criterion, CriterionResult Result, string Comment);
