namespace MicroCred.Approval;

/// <summary>Since when an application has been in a stage, in UTC.</summary>
public sealed record StageEntry(Stage Stage, DateTimeOffset At);
