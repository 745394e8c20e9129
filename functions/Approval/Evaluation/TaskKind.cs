namespace MicroCred.Approval;

/// <summary>What somebody is asked to do.</summary>
public enum TaskKind
{
    /// <summary>Evaluate an application and decide it.</summary>
    Evaluation,

    /// <summary>Read another evaluator's work.</summary>
    SecondReview,

    /// <summary>Decide whether TEC may fund it.</summary>
    FundingReferral,

    /// <summary>Decide again, by someone else than the first time.</summary>
    Reconsideration,
}
