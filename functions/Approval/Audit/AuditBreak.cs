namespace MicroCred.Approval;

/// <summary>Where an audit chain first breaks, by the number that should have been there, and why.</summary>
public sealed record AuditBreak(int Number, string Reason);
