namespace MicroCred.Demo.Cases;

/// <summary>The evaluator's finding on one criterion; the first in a script is on criterion 1.</summary>
internal sealed record ScriptedFinding(string Result, string Comment);
