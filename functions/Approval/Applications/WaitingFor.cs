namespace MicroCred.Approval;

/// <summary>The person or organisation that an application waits for, the action, and the deadline.</summary>
public sealed record WaitingFor(string Who, string What, DateTimeOffset? Due);
