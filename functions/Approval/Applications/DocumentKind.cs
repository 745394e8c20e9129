namespace MicroCred.Approval;

/// <summary>The purpose that a document is submitted for.</summary>
public enum DocumentKind
{
    /// <summary>The curriculum.</summary>
    Curriculum,

    /// <summary>How learners are assessed and assessment is moderated.</summary>
    AssessmentPlan,

    /// <summary>Who was consulted, what they said, and what was done about it.</summary>
    EvidenceOfNeed,

    /// <summary>The standard-setting body's letter of support.</summary>
    SupportLetter,

    /// <summary>Anything else.</summary>
    Other,
}
