namespace MicroCred.Approval;

/// <summary>Who asks for haste, and why, as entered.</summary>
public sealed record UrgencyContent(
    [property: TextLimit(TextLimit.Title)] string? RequestedBy = null,
    [property: TextLimit(TextLimit.LongText)] string? Reason = null
);
