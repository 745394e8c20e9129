namespace MicroCred.Approval;

/// <summary>The status of an application.</summary>
public enum ApplicationStatus
{
    /// <summary>Being written; only its provider sees it.</summary>
    Draft,

    /// <summary>Submitted; being validated, or waiting for an evaluator.</summary>
    Submitted,

    /// <summary>Returned to the provider with the errors to correct.</summary>
    Returned,

    /// <summary>Being assessed by an evaluator.</summary>
    InReview,

    /// <summary>Waiting for the provider's answer; the evaluation's clock stands still.</summary>
    InformationRequested,

    /// <summary>Approved; being assessed for funding where requested, then published.</summary>
    Approved,

    /// <summary>Declined, with reasons.</summary>
    Declined,

    /// <summary>Declined, and being reconsidered by a registrar.</summary>
    Reconsidering,

    /// <summary>Withdrawn by the provider.</summary>
    Withdrawn,

    /// <summary>Returned, and not submitted again in time.</summary>
    Lapsed,

    /// <summary>Published on the register.</summary>
    Published,
}
