namespace MicroCred.Approval;

/// <summary>Whom an application waits for, for what, and until when.</summary>
public sealed record WaitingFor(string Who, string What, DateTimeOffset? Due);
