namespace MicroCred.Demo.Cases;

/// <summary>What must become of a case: its last status, its funding outcome, and for a faulty one the rules that send it back.</summary>
internal sealed record Expectation(string Status, string? Funding, IReadOnlyList<string> Rules);
