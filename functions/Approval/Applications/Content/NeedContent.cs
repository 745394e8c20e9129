namespace MicroCred.Approval;

/// <summary>The need for the micro-credential and who was asked about it, as entered.</summary>
public sealed record NeedContent(string? Statement = null, IReadOnlyList<StakeholderContent>? Stakeholders = null);
