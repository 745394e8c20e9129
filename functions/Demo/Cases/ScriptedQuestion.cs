namespace MicroCred.Demo.Cases;

/// <summary>A request for information, and the provider's answer with a document.</summary>
internal sealed record ScriptedQuestion(string Question, IReadOnlyList<int> Criteria, string Answer, ScriptedDocument Document);
