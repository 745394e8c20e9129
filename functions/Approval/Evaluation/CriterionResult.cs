namespace MicroCred.Approval;

/// <summary>An evaluator's judgement of one criterion.</summary>
public enum CriterionResult
{
    /// <summary>The criterion is met.</summary>
    Met,

    /// <summary>The criterion isn't met.</summary>
    NotMet,

    /// <summary>The criterion is met, subject to a condition.</summary>
    MetWithCondition,
}
