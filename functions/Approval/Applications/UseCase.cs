namespace MicroCred.Approval;

/// <summary>NZQA's three kinds of use of a micro-credential.</summary>
public enum UseCase
{
    /// <summary>A pathway to full qualification enrolment.</summary>
    Pathway,

    /// <summary>Upskilling of existing employees, career changers or non-working learners.</summary>
    Upskilling,

    /// <summary>Fast to market for a new or emerging skill need.</summary>
    EmergingNeed,
}
