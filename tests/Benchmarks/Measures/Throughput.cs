using System.Diagnostics;
using MicroCred.Benchmarks.Figures;
using MicroCred.Benchmarks.World;

namespace MicroCred.Benchmarks.Measures;

/// <summary>Applications per second, in alternating rounds: the App, the peer, the peer with the App's host.json, the floor.</summary>
internal static class Throughput
{
    public static async Task<string> TakeAsync(Bench bench)
    {
        var floor = await bench.FloorAsync();
        await using var contenders = await Contenders.StartAsync(warmUp: bench.Of(thorough: 64, quick: 16));
        var rounds = bench.Of(thorough: 3, quick: 1);
        (int AtATime, int Count)[] loads = [(1, bench.Of(20, 5)), (16, bench.Of(96, 32)), (64, bench.Of(192, 64))];
        foreach ((var atATime, var count) in loads)
        {
            List<double> app = [],
                peer = [],
                peerAsApp = [],
                bare = [];
            for (var round = 0; round < rounds; round++)
            {
                var looks = contenders.App.People.Looks;
                app.Add(await RateAsync(contenders.App, count, atATime));
                looks = (contenders.App.People.Looks - looks) / count;
                peer.Add(await RateAsync(contenders.Peer, count, atATime));
                peerAsApp.Add(await RateAsync(contenders.PeerAsApp, count, atATime));
                bare.Add(await floor.RateAsync(count, atATime, looks));
            }

            bench.Note(new Figure($"{atATime} at a time", "a second", app.Median(), peer.Median(), peerAsApp.Median(), bare.Median()));
        }

        return $"Medians of {rounds} rounds of {string.Join(", ", loads.Select(load => load.Count))} applications, by turns; "
            + "an evaluator records seven findings and decides over HTTP, and people look every 100 ms. "
            + "The floor: the App's storage requests sent bare, its engine's and its answers to the evaluator and to lookers among them.";
    }

    private static async Task<double> RateAsync(Contender contender, int count, int atATime)
    {
        var drafts = await contender.Drafts.WriteAsync(count);
        var start = Stopwatch.GetTimestamp();
        await contender.PublishAsync(drafts, atATime);
        return count / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
