using System.Diagnostics;
using MicroCred.Benchmarks.Figures;
using MicroCred.Benchmarks.World;

namespace MicroCred.Benchmarks.Measures;

/// <summary>Whether an application takes longer after many others have been finished.</summary>
internal static class Finished
{
    public static async Task<string> TakeAsync(Bench bench)
    {
        var finished = bench.Of(thorough: 1500, quick: 60);
        var count = bench.Of(thorough: 40, quick: 10);
        (var appBefore, var appAfter) = await OfAsync(Subject.App, finished, count);
        (var peerBefore, var peerAfter) = await OfAsync(Subject.Peer, finished, count);
        bench.Note(new Figure("the next application, before", "ms", appBefore, peerBefore));
        bench.Note(new Figure($"… after {finished} finished ones", "ms", appAfter, peerAfter));
        bench.Note(
            new Figure(
                "… as many times as long",
                "",
                appAfter / appBefore,
                peerAfter / peerBefore,
                Aim: Target.AtMost(1.2, appAfter / appBefore)
            )
        );
        return $"Medians of {count} one after another, from submission to Published, an evaluator's eight calls included. "
            + "Azurite writes all that it holds every few seconds, so part of it is Azurite's.";
    }

    private static async Task<(double Before, double After)> OfAsync(Subject subject, int finished, int count)
    {
        await using var contender = await Contender.StartAsync(subject, warmUp: 32);
        var before = await NextAsync(contender, count);
        await contender.PublishAsync(finished, atATime: 16);
        return (before, await NextAsync(contender, count));
    }

    private static async Task<double> NextAsync(Contender contender, int count)
    {
        List<double> times = [];
        foreach (var draft in await contender.Drafts.WriteAsync(count))
        {
            var start = Stopwatch.GetTimestamp();
            await contender.People.PublishAsync(draft);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return times.Median();
    }
}
