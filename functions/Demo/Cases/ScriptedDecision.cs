namespace MicroCred.Demo.Cases;

internal sealed record ScriptedDecision(string Outcome, string Reasons, IReadOnlyList<string> Conditions);
