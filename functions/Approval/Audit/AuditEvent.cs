namespace MicroCred.Approval;

/// <summary>One thing that happened to an application, counted from 1 without gaps, and chained to the one before by its hash.</summary>
public sealed record AuditEvent(
    int Number,
    DateTimeOffset At,
    Actor Actor,
    string Event,
    string Detail,
    string PreviousHash,
    string Hash);
