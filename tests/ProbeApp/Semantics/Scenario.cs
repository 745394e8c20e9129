using System.Reflection;

namespace MicroCred.ProbeApp.Semantics;

/// <summary>
/// A scenario for orchestrations: starts some, tells them things, waits, and gives a text of what came of it. It needs a client and a way
/// to let time pass, nothing else, so that it runs on the real engine in real time and on the simulation in virtual time.
/// </summary>
/// <param name="Name">Its sentence, which is the method's name.</param>
/// <param name="Ends">The text that it ends with.</param>
/// <param name="RunAsync">Plays it.</param>
public sealed record Scenario(string Name, string Ends, Func<Play, Task<string>> RunAsync)
{
    /// <summary>All there are, by name.</summary>
    public static IReadOnlyDictionary<string, Scenario> All { get; } =
        (
            from type in typeof(Scenario).Assembly.GetTypes()
            from method in type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
            let attribute = method.GetCustomAttribute<ScenarioAttribute>()
            where attribute is not null
            select new Scenario(method.Name, attribute.Ends, method.CreateDelegate<Func<Play, Task<string>>>())
        ).ToDictionary(scenario => scenario.Name);
}
