namespace MicroCred.Approval;

/// <summary>The first break of an audit chain: the number expected there, and the reason.</summary>
public sealed record AuditBreak(int Number, string Reason);
