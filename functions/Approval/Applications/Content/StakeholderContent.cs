namespace MicroCred.Approval;

/// <summary>One who was consulted, and what they said, as entered.</summary>
public sealed record StakeholderContent(
    [property: TextLimit(TextLimit.Title)] string? Name = null,
    StakeholderKind? Kind = null,
    StakeholderView? View = null,
    [property: TextLimit(TextLimit.LongText)] string? Summary = null
);
