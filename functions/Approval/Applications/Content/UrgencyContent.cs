namespace MicroCred.Approval;

/// <summary>Who requests urgency, and why, as entered.</summary>
public sealed record UrgencyContent(
    [property: TextLimit(TextLimit.Title)] string? RequestedBy = null,
    [property: TextLimit(TextLimit.LongText)] string? Reason = null
);
