namespace MicroCred.Approval;

/// <summary>The kind of work a task asks for.</summary>
public enum TaskKind
{
    /// <summary>Evaluate an application and decide it.</summary>
    Evaluation,

    /// <summary>Review another evaluator's work.</summary>
    SecondReview,

    /// <summary>Decide whether TEC may fund the micro-credential.</summary>
    FundingReferral,

    /// <summary>Decide the application again, by someone other than the first decider.</summary>
    Reconsideration,
}
