namespace MicroCred.Approval;

/// <summary>One who was consulted, and what they said, as entered.</summary>
public sealed record StakeholderContent(
    string? Name = null,
    StakeholderKind? Kind = null,
    StakeholderView? View = null,
    string? Summary = null);
