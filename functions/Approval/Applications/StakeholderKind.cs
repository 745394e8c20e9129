namespace MicroCred.Approval;

/// <summary>The kind of a stakeholder.</summary>
public enum StakeholderKind
{
    /// <summary>One employer.</summary>
    Employer,

    /// <summary>An industry or a profession, represented by its body.</summary>
    Industry,

    /// <summary>The body that sets the industry's standards.</summary>
    StandardSettingBody,

    /// <summary>Iwi, hapū or whānau.</summary>
    Iwi,

    /// <summary>A community or its organisation.</summary>
    Community,

    /// <summary>Former or prospective learners.</summary>
    Learner,

    /// <summary>A public agency.</summary>
    Government,
}
