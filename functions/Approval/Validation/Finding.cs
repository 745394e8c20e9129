namespace MicroCred.Approval;

/// <summary>Something to look at: the rule's id, the field by its JSON path, a plain sentence, and what to do about it.</summary>
public sealed record Finding(string Rule, Severity Severity, string Field, string Message, string Action);
