namespace MicroCred.Approval;

/// <summary>A partner in the micro-credential, and its part in it, as entered.</summary>
public sealed record PartnerContent(
    [property: TextLimit(TextLimit.Title)] string? Name = null,
    StakeholderKind? Kind = null,
    [property: TextLimit(TextLimit.Sentence)] string? Part = null
);
