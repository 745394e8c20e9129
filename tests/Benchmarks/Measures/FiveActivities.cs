using System.Diagnostics;
using MicroCred.App.Tests.Cost;
using MicroCred.Benchmarks.Figures;
using MicroCred.Benchmarks.World;
using MicroCred.Emulator.Durable;

namespace MicroCred.Benchmarks.Measures;

/// <summary>The figure that Durable Functions' own benchmarks give: an orchestration of five activities in sequence that do nothing.</summary>
internal static class FiveActivities
{
    /// <summary>What the real engine reaches on Azurite on such a machine with its default settings.</summary>
    private const double RealEngine = 20;

    private const int AtOnce = 200;
    private const int RequestsAllowed = 8;

    public static async Task Take(Bench bench)
    {
        await using Account account = await Account.Open();
        await using BareApp app = await BareApp.Start(account, inMemory: false);
        await Run(app.Client, 100, atATime: 50);

        List<double> alone = [];
        using (StorageRequestTally tally = new())
        {
            int one = bench.Of(thorough: 100, quick: 40);
            for (int round = 0; round < bench.Of(thorough: 5, quick: 3); round++)
            {
                alone.Add(await Run(app.Client, one, atATime: 1));
            }

            // Waiting for the end looks once whether it has come already, which isn't the orchestration's.
            double requests = ((double)tally.Take().Count / (one * alone.Count)) - 1;
            bench.Note(
                "Storage requests each", requests, "requests", "on Azurite, one at a time; the wait's own look taken off",
                target: Target.AtMost(RequestsAllowed, requests));
            Note(bench, "One at a time", $"on Azurite, {alone.Count} rounds of {one} one after another, median", alone.Median());
        }

        List<double> rates = [];
        using (StorageRequestTally tally = new())
        {
            for (int round = 0; round < bench.Of(thorough: 5, quick: 2); round++)
            {
                rates.Add(await Run(app.Client, AtOnce, atATime: AtOnce));
            }

            double requests = (double)tally.Take().Count / (AtOnce * rates.Count);
            Note(bench, $"{AtOnce} at once", $"on Azurite, {rates.Count} rounds, median; {Figure.Round(requests - 1)} storage requests each", rates.Median());
        }
    }

    private static void Note(Bench bench, string name, string conditions, double rate)
    {
        Ratio ratio = new(rate / RealEngine, "the real engine's 20 a second");
        bench.Note(name, rate, "orchestrations/s", conditions, ratio, Target.AtLeast(5, ratio.Value));
        bench.Note($"{name}, activities", 5 * rate, "activities/s", "the same");
    }

    /// <summary>Orchestrations a second.</summary>
    private static async Task<double> Run(DurableTaskClient client, int count, int atATime)
    {
        long start = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, count),
            new ParallelOptions { MaxDegreeOfParallelism = atATime },
            async (_, cancel) =>
            {
                string id = await client.ScheduleNewOrchestrationInstanceAsync(nameof(BareFunctions.Five), cancel);
                await client.WaitForInstanceCompletionAsync(id, cancel);
            });
        return count / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
