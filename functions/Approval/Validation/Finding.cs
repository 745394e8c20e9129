namespace MicroCred.Approval;

/// <summary>A fault or doubt: the rule's id, the field's JSON path, a plain sentence, and what to do about it.</summary>
public sealed record Finding(string Rule, Severity Severity, string Field, string Message, string Action);
