using System.Diagnostics;
using MicroCred.Benchmarks.Figures;
using MicroCred.Benchmarks.World;
using MicroCred.Emulator.Durable;

namespace MicroCred.Benchmarks.Measures;

/// <summary>
/// What it takes to bring an orchestration back and let it go on: an event is raised, the whole history is replayed, and the turn is written.
/// </summary>
internal static class Replay
{
    private static readonly int[] Histories = [100, 1000];

    public static async Task Take(Bench bench)
    {
        await Take(bench, inMemory: true);
        await Take(bench, inMemory: false);
    }

    private static async Task Take(Bench bench, bool inMemory)
    {
        await using Account account = await Account.Open();
        await using BareApp app = await BareApp.Start(account, inMemory);
        string where = inMemory ? "In memory" : "On Azurite";
        double short_ = await GoOn(app.Client, 1, bench);
        foreach (int events in Histories)
        {
            double time = await GoOn(app.Client, events / 2, bench);
            bench.Note(
                $"{where}, {events} events",
                time,
                "ms",
                inMemory
                    ? $"median of {Turns(bench)} turns that begin with replaying the history"
                    : $"the same, with reading the history from the table and writing the turn",
                new Ratio(time / short_, "the same with 2 events"));
        }
    }

    private static int Turns(Bench bench) => bench.Of(thorough: 60, quick: 30);

    /// <summary>The median time in ms that a turn takes, after so many activities.</summary>
    private static async Task<double> GoOn(DurableTaskClient client, int activities, Bench bench)
    {
        string id = await client.ScheduleNewOrchestrationInstanceAsync(nameof(BareFunctions.Long), activities);
        while ((await client.GetInstanceAsync(id, getInputsAndOutputs: true))?.ReadCustomStatusAs<string>() is null)
        {
            await Task.Delay(20);
        }

        List<double> times = [];
        for (int turn = 0; turn < Turns(bench); turn++)
        {
            long start = Stopwatch.GetTimestamp();
            await client.RaiseEventAsync(id, BareFunctions.Again, turn);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        // The first few only warm up.
        return times.Skip(5).Median();
    }
}
