namespace MicroCred.Approval;

/// <summary>What an evaluator found of one criterion.</summary>
public enum CriterionResult
{
    /// <summary>Met.</summary>
    Met,

    /// <summary>Not met.</summary>
    NotMet,

    /// <summary>Met as long as a condition is kept.</summary>
    MetWithCondition,
}
