namespace MicroCred.Approval;

/// <summary>Where an application is.</summary>
public enum ApplicationStatus
{
    /// <summary>Being written; only its provider sees it.</summary>
    Draft,

    /// <summary>Handed in; being validated, or waiting for an evaluator.</summary>
    Submitted,

    /// <summary>Sent back with what to put right.</summary>
    Returned,

    /// <summary>With an evaluator.</summary>
    InReview,

    /// <summary>Waiting for the provider's answer; the evaluation's clock stands still.</summary>
    InformationRequested,

    /// <summary>Approved; being assessed for funding where asked for, then published.</summary>
    Approved,

    /// <summary>Declined, with reasons.</summary>
    Declined,

    /// <summary>Taken back by its provider.</summary>
    Withdrawn,

    /// <summary>Returned, and not submitted again in time.</summary>
    Lapsed,

    /// <summary>On the register.</summary>
    Published,
}
