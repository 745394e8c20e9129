namespace MicroCred.Approval;

/// <summary>What a stakeholder thinks of the micro-credential.</summary>
public enum StakeholderView
{
    /// <summary>For it.</summary>
    Supports,

    /// <summary>Neither for nor against.</summary>
    Neutral,

    /// <summary>Against it.</summary>
    Opposes,
}
