using System.Diagnostics;
using MicroCred.Benchmarks.Figures;
using MicroCred.Benchmarks.World;

namespace MicroCred.Benchmarks.Measures;

/// <summary>
/// Latency for a single user, in alternating rounds: from posting a submission until it reads as assigned to an evaluator, and from posting
/// a decision until it reads as published. The floor: the App's storage requests after either, sent alone.
/// </summary>
internal static class Latency
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(5);

    public static async Task<string> TakeAsync(Bench bench)
    {
        var floor = await bench.FloorAsync();
        await using var contenders = await Contenders.StartAsync(warmUp: bench.Of(thorough: 64, quick: 16));
        List<(double Submission, double Decision)> app = [],
            peer = [],
            peerAsApp = [],
            bare = [];
        var count = bench.Of(thorough: 100, quick: 10);
        for (var round = 0; round < count; round++)
        {
            app.Add(await OnceAsync(contenders.App));
            peer.Add(await OnceAsync(contenders.Peer));
            peerAsApp.Add(await OnceAsync(contenders.PeerAsApp));
            bare.Add(await floor.OnceAsync());
        }

        foreach (var percent in new[] { 50, 99 })
        {
            Note($"submission to assigned, p{percent}", times => times.Submission, percent);
            Note($"decision to Published, p{percent}", times => times.Decision, percent);
        }

        return $"{count} of each, one at a time, by turns, read every 5 ms.";

        void Note(string what, Func<(double Submission, double Decision), double> of, int percent) =>
            bench.Note(
                new Figure(
                    what,
                    "ms",
                    app.Select(of).At(percent),
                    peer.Select(of).At(percent),
                    peerAsApp.Select(of).At(percent),
                    bare.Select(of).At(percent)
                )
            );
    }

    private static async Task<(double Submission, double Decision)> OnceAsync(Contender contender)
    {
        var draft = (await contender.Drafts.WriteAsync(1))[0];
        var start = Stopwatch.GetTimestamp();
        await contender.People.SubmitAsync(draft);
        var task = await contender.People.AssignedAsync(draft, BetweenLooks);
        var submission = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        await contender.People.FindAllMetAsync(task);
        start = Stopwatch.GetTimestamp();
        await contender.People.DecideAsync(task);
        await contender.People.PublishedAsync(draft, BetweenLooks);
        return (submission, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
    }
}
