namespace MicroCred.Demo.Cases;

/// <summary>The funding adviser's decision on a referred case.</summary>
internal sealed record ScriptedReferral(string Outcome, string Reasons);
