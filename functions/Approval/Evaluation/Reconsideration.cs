namespace MicroCred.Approval;

/// <summary>A provider's request to have a decline reconsidered.</summary>
/// <param name="Grounds">Why.</param>
/// <param name="At">When it was asked for, in UTC.</param>
public sealed record Reconsideration(string Grounds, DateTimeOffset At);
