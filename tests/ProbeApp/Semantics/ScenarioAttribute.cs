namespace MicroCred.ProbeApp.Semantics;

/// <summary>Marks a scenario: a client's actions on orchestrations, and their result on every engine.</summary>
/// <param name="ends">The final text.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ScenarioAttribute(string ends) : Attribute
{
    public string Ends => ends;
}
