namespace MicroCred.Approval;

/// <summary>Where an application is in the process: what happens to it next, and by whom.</summary>
public enum Stage
{
    /// <summary>Its provider writes it.</summary>
    Drafting,

    /// <summary>The rules check it.</summary>
    Validation,

    /// <summary>Its provider corrects what validation, or a scan for malware, found.</summary>
    Correction,

    /// <summary>It waits to be given to an evaluator; a university's own, to be approved without one.</summary>
    Assignment,

    /// <summary>An evaluator judges it.</summary>
    Evaluation,

    /// <summary>Its provider answers a question; the evaluation's clock stands still.</summary>
    Information,

    /// <summary>TEC's funding is assessed: by rules, then by a funding adviser where the rules can't settle it.</summary>
    Funding,

    /// <summary>It is approved, and goes onto the register next.</summary>
    Publication,

    /// <summary>It is published, declined, withdrawn or lapsed.</summary>
    Ended,
}
