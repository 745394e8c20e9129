namespace MicroCred.ProbeApp.Semantics;

/// <summary>Marks a scenario: what a client does with orchestrations, and what comes of it on every engine.</summary>
/// <param name="ends">The text that it ends with.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ScenarioAttribute(string ends) : Attribute
{
    public string Ends => ends;
}
