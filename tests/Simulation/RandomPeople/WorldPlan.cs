using MicroCred.Simulation.Engine;
using Microsoft.Extensions.DependencyInjection;

namespace MicroCred.Simulation.RandomPeople;

/// <summary>A random world.</summary>
/// <param name="Seed">Determines everything.</param>
/// <param name="Applications">How many applications there are.</param>
internal sealed record WorldPlan(int Seed, int Applications)
{
    /// <summary>The engine's faults: in every fourth world, every one of them.</summary>
    public Faults Faults { get; init; } = Seed % 4 == 0 ? Faults.Plenty : Faults.None;

    /// <summary>Of how many notices one finds the queue away.</summary>
    public int QueueIsAwayOnceIn { get; init; } = 200;

    /// <summary>Settings of the app besides the defaults, as <c>name=value</c>.</summary>
    public IReadOnlyList<KeyValuePair<string, string?>> Settings { get; init; } = [];

    /// <summary>Breaks the app, to see that it is noticed.</summary>
    public Action<IServiceCollection> Sabotage { get; init; } = _ => { };
}
