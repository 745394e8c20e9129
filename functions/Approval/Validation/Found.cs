namespace MicroCred.Approval;

/// <summary>Where a rule is broken, by the field's JSON path, and how.</summary>
public sealed record Found(string Field, string Message);
