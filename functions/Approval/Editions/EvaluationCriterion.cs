namespace MicroCred.Approval;

/// <summary>A criterion for evaluators: its number from 1, its short name, and the question to answer.</summary>
public sealed record EvaluationCriterion(
    int Number,
    [property: TextLimit(TextLimit.Title)] string Name,
    [property: TextLimit(TextLimit.Sentence)] string Question
);
