namespace MicroCred.Approval;

/// <summary>The result of a transition: the changed application and the audit events to store with it, in one transaction.</summary>
public sealed record Change(Application Application, IReadOnlyList<UnsealedEvent> Events);
