namespace MicroCred.Approval;

/// <summary>Who asks for haste, and why, as entered.</summary>
public sealed record UrgencyContent(string? RequestedBy = null, string? Reason = null);
