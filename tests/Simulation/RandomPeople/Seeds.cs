using System.Globalization;
using MicroCred.Simulation.Pipeline;

namespace MicroCred.Simulation.RandomPeople;

/// <summary>Lives through the worlds of several seeds, and says which of them broke what.</summary>
internal static class Seeds
{
    private const string Variable = "MICROCRED_SEEDS";

    /// <summary>Whether the seeds were asked for by command, which takes longer than a test run may.</summary>
    public static bool AreAskedFor => Environment.GetEnvironmentVariable(Variable) is not null;

    /// <summary>Lives through worlds, each on storage of its own.</summary>
    /// <param name="seeds">How many, unless a number is given by command.</param>
    /// <param name="applications">The applications of each, unless a number is given by command.</param>
    /// <param name="sideBySide">How many live at once.</param>
    /// <param name="storage">Makes the storage of one.</param>
    /// <returns>What broke, each with its seed; and the sum of what people did.</returns>
    public static async Task<(IReadOnlyList<string> Breaks, IReadOnlyDictionary<string, int> Results)> LiveAsync(
        int seeds,
        int applications,
        int sideBySide,
        Func<SimulatedStorage> storage
    )
    {
        var first = Number($"{Variable}_FIRST", 1);
        var each = Number($"{Variable}_APPLICATIONS", applications);
        List<string> breaks = [];
        SortedDictionary<string, int> results = new(StringComparer.Ordinal);
        await Parallel.ForEachAsync(
            Enumerable.Range(first, Number(Variable, seeds)),
            new ParallelOptions { MaxDegreeOfParallelism = sideBySide },
            async (seed, _) =>
            {
                await using var world = await RandomWorld.LiveAsync(storage(), new WorldPlan(seed, each));
                lock (results)
                {
                    breaks.AddRange(world.Breaks.Select(broken => $"Seed {seed}, {each} applications, until {world.Now:O}: {broken}"));
                    foreach (var (result, count) in world.Results)
                    {
                        results[result] = results.GetValueOrDefault(result) + count;
                    }
                }
            }
        );
        return (breaks, results);
    }

    private static int Number(string variable, int otherwise) =>
        Environment.GetEnvironmentVariable(variable) is { } given ? int.Parse(given, CultureInfo.InvariantCulture) : otherwise;
}
