namespace MicroCred.Approval;

/// <summary>The kind of work a task asks for.</summary>
public enum TaskKind
{
    /// <summary>Evaluate an application and decide it.</summary>
    Evaluation,

    /// <summary>Evaluate an application that another evaluator has decided, without knowing how, and decide it too.</summary>
    SecondReview,

    /// <summary>Decide an application on which two evaluators disagree.</summary>
    Resolution,

    /// <summary>Decide whether TEC may fund the micro-credential.</summary>
    FundingReferral,

    /// <summary>Decide the application again, by someone other than the first decider.</summary>
    Reconsideration,

    /// <summary>See whether a condition of the approval is met.</summary>
    ConditionFollowUp,

    /// <summary>Decide on a developer's report whether its entry goes on.</summary>
    EntryReview,
}
