namespace MicroCred.Approval;

/// <summary>What a transition came to: the application as it is now, and the audit events to keep with it, in one transaction.</summary>
public sealed record Change(Application Application, IReadOnlyList<UnsealedEvent> Events);
