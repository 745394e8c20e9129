namespace MicroCred.Simulation.Engine;

/// <summary>A simulation's initial conditions.</summary>
/// <param name="Functions">The types that hold the app's functions.</param>
public sealed record Setup(IEnumerable<Type> Functions)
{
    /// <summary>host.json's <c>defaultVersion</c>; null for none. Instances of newer versions aren't run, as host.json says.</summary>
    public string? Version { get; init; } = "1.0";

    /// <summary>The initial time: a Monday morning.</summary>
    public DateTimeOffset Start { get; init; } = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    /// <summary>Determines ids, the order of simultaneous work, and when faults strike: the same seed gives the same run.</summary>
    public int Seed { get; init; }

    /// <summary>The faults; none by default.</summary>
    public Faults Faults { get; init; } = Faults.None;
}
