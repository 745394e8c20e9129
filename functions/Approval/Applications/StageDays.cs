namespace MicroCred.Approval;

/// <summary>How many working days an application spent in a stage, all its stays together.</summary>
public sealed record StageDays(Stage Stage, int Days);
