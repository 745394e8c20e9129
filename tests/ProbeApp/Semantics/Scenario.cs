using System.Reflection;

namespace MicroCred.ProbeApp.Semantics;

/// <summary>
/// A scenario for orchestrations: starts some, sends them events, waits, and returns the result as a text. It needs only a client and a way
/// to let time pass, so that it runs on the real engine in real time and on the simulation in virtual time.
/// </summary>
/// <param name="Name">A sentence: the method's name.</param>
/// <param name="Ends">The expected final text.</param>
/// <param name="RunAsync">Plays it.</param>
public sealed record Scenario(string Name, string Ends, Func<Play, Task<string>> RunAsync)
{
    /// <summary>All scenarios, by name.</summary>
    public static IReadOnlyDictionary<string, Scenario> All { get; } =
        (
            from type in typeof(Scenario).Assembly.GetTypes()
            from method in type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
            let attribute = method.GetCustomAttribute<ScenarioAttribute>()
            where attribute is not null
            select new Scenario(method.Name, attribute.Ends, method.CreateDelegate<Func<Play, Task<string>>>())
        ).ToDictionary(scenario => scenario.Name);
}
