namespace MicroCred.Simulation.Engine;

/// <summary>What a simulation begins with.</summary>
/// <param name="Functions">The types that hold the app's functions.</param>
public sealed record Setup(IEnumerable<Type> Functions)
{
    /// <summary>host.json's <c>defaultVersion</c>; null for none. Newer instances than that are left alone, as host.json says.</summary>
    public string? Version { get; init; } = "1.0";

    /// <summary>What the clock shows at first: a Monday morning before anything happens.</summary>
    public DateTimeOffset Start { get; init; } = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    /// <summary>Decides the order of what is due at once, ids, and when faults strike: the same seed gives the same run.</summary>
    public int Seed { get; init; }

    /// <summary>What goes wrong; nothing unless given.</summary>
    public Faults Faults { get; init; } = Faults.None;
}
