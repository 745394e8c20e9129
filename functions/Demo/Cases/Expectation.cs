namespace MicroCred.Demo.Cases;

/// <summary>A case's expected outcome: its last status, its funding outcome, and for a faulty case the rules that return it.</summary>
internal sealed record Expectation(string Status, string? Funding, IReadOnlyList<string> Rules);
