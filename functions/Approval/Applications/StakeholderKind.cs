namespace MicroCred.Approval;

/// <summary>Who a stakeholder is.</summary>
public enum StakeholderKind
{
    /// <summary>One employer.</summary>
    Employer,

    /// <summary>An industry or a profession, through its body.</summary>
    Industry,

    /// <summary>The body that sets the industry's standards.</summary>
    StandardSettingBody,

    /// <summary>Iwi, hapū or whānau.</summary>
    Iwi,

    /// <summary>A community or its organisation.</summary>
    Community,

    /// <summary>Learners, past or to come.</summary>
    Learner,

    /// <summary>A public agency.</summary>
    Government,
}
