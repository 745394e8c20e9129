namespace MicroCred.Demo.Cases;

/// <summary>What the funding adviser decides about a case that the rules referred.</summary>
internal sealed record ScriptedReferral(string Outcome, string Reasons);
