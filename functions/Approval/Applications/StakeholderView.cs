namespace MicroCred.Approval;

/// <summary>A stakeholder's view of the micro-credential.</summary>
public enum StakeholderView
{
    /// <summary>In favour.</summary>
    Supports,

    /// <summary>Neither for nor against.</summary>
    Neutral,

    /// <summary>Against.</summary>
    Opposes,
}
