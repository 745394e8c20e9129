namespace MicroCred.Approval;

/// <summary>What a micro-credential is for: NZQA's three kinds of use.</summary>
public enum UseCase
{
    /// <summary>A pathway to full qualification enrolment.</summary>
    Pathway,

    /// <summary>Upskilling of existing employees, career changers or non-working learners.</summary>
    Upskilling,

    /// <summary>Fast to market for a new or emerging skill need.</summary>
    EmergingNeed,
}
