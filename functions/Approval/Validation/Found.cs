namespace MicroCred.Approval;

/// <summary>A violation of a rule: the field's JSON path, and the message.</summary>
public sealed record Found(string Field, string Message);
