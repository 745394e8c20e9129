using MicroCred.Benchmarks.Figures;
using MicroCred.Benchmarks.World;

namespace MicroCred.Benchmarks.Measures;

/// <summary>Memory and processor time of a host with its worker, at rest and with waiting applications.</summary>
internal static class Waiting
{
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan AtRest = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(200);

    public static async Task<string> TakeAsync(Bench bench)
    {
        var count = bench.Of(thorough: 1000, quick: 100);
        var app = await OfAsync(Subject.AppWithTimers, count);
        var peer = await OfAsync(Subject.Peer, count);
        var peerAsApp = await OfAsync(Subject.PeerAsApp, count);
        Note("memory at rest", "MB", need => need.AtRest, limit: 350);
        Note($"memory with {count} waiting", "MB", need => need.WithWaiting, limit: 450);
        Note("… in a host that was started anew and finds them", "MB", need => need.StartedAnew, limit: 450);
        Note($"processor with {count} waiting", "% of a core", need => need.Processor, limit: null);
        return $"Resident sets of host and worker together, {Settling.TotalSeconds:0} s after they did anything; "
            + $"processor time over {AtRest.TotalSeconds:0} s.";

        void Note(string what, string unit, Func<Need, double> of, double? limit) =>
            bench.Note(
                new Figure(what, unit, of(app), of(peer), of(peerAsApp), null, limit is { } most ? Target.AtMost(most, of(app)) : null)
            );
    }

    private static async Task<Need> OfAsync(Subject subject, int count)
    {
        await using var account = await Account.OpenAsync();
        double atRest,
            withWaiting,
            processor;
        await using (var server = await Server.StartAsync(subject, account))
        {
            await Task.Delay(Settling);
            atRest = server.Megabytes;
            People people = new(server.Http);
            await Parallel.ForEachAsync(
                await new Drafts(subject, account, server.Http).WriteAsync(count),
                new ParallelOptions { MaxDegreeOfParallelism = 16 },
                async (draft, _) =>
                {
                    await people.SubmitAsync(draft);
                    await people.AssignedAsync(draft, BetweenLooks);
                }
            );
            await Task.Delay(Settling);
            withWaiting = server.Megabytes;
            var before = server.Processor;
            await Task.Delay(AtRest);
            processor = 100 * (server.Processor - before) / AtRest;
        }

        await using var next = await Server.StartAsync(subject, account);
        await Task.Delay(Settling);
        return new Need(atRest, withWaiting, next.Megabytes, processor);
    }

    /// <summary>The use of a host with its worker: MB, and percent of a core.</summary>
    private sealed record Need(double AtRest, double WithWaiting, double StartedAnew, double Processor);
}
