namespace MicroCred.Approval;

/// <summary>An application's stage in the process: the next step, and whose it is.</summary>
public enum Stage
{
    /// <summary>The provider writes the application.</summary>
    Drafting,

    /// <summary>The rules check the application.</summary>
    Validation,

    /// <summary>The provider corrects the errors found by validation or by a malware scan.</summary>
    Correction,

    /// <summary>The application is to be assigned to an evaluator; a university's own is to be approved without one.</summary>
    Assignment,

    /// <summary>An evaluator assesses the application.</summary>
    Evaluation,

    /// <summary>The provider answers a question; the evaluation's clock stands still.</summary>
    Information,

    /// <summary>A second evaluator assesses the application, since the first one's decision counts only with theirs.</summary>
    SecondReview,

    /// <summary>A registrar decides the application, on which two evaluators disagree.</summary>
    Resolution,

    /// <summary>
    /// TEC funding is assessed by rules; where they can't decide, by a funding adviser once the application is published.
    /// </summary>
    Funding,

    /// <summary>The application is approved and is to be published on the register.</summary>
    Publication,

    /// <summary>A registrar reconsiders the decline.</summary>
    Reconsideration,

    /// <summary>The application is published, declined, withdrawn or lapsed.</summary>
    Ended,
}
