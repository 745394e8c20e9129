namespace MicroCred.Approval;

/// <summary>An application's stage, and since when (UTC) it has been in it.</summary>
public sealed record StageEntry(Stage Stage, DateTimeOffset At);
