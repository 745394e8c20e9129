using System.Diagnostics;
using MicroCred.Benchmarks.Figures;
using MicroCred.Benchmarks.World;

namespace MicroCred.Benchmarks.Measures;

/// <summary>
/// Two hosts on one storage account, as in Azure. Only the process that enqueues a message knows of it at once; all others find it when
/// they poll. The quiet time before each decision shows how long the polling intervals grow.
/// </summary>
internal static class TwoHosts
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(20);

    public static async Task<string> TakeAsync(Bench bench)
    {
        var count = bench.Of(thorough: 100, quick: 6);
        var quiet = TimeSpan.FromSeconds(bench.Of(thorough: 12, quick: 3));
        await using var contenders = await Contenders.StartAsync(warmUp: 8);
        List<Pair> pairs = [];
        foreach (var contender in contenders.All)
        {
            pairs.Add(await Pair.JoinAsync(contender, count));
        }

        try
        {
            for (var decision = 0; decision < count; decision++)
            {
                foreach (var pair in pairs)
                {
                    // Each pair is also quiet during the others' turns.
                    await Task.Delay(quiet / pairs.Count);
                    await pair.DecideAsync(decision);
                }
            }
        }
        finally
        {
            await Task.WhenAll(pairs.Select(pair => pair.DisposeAsync().AsTask()));
        }

        bench.Note(Of("decision to Published, median", 50, limit: 1));
        bench.Note(Of("… p95", 95, limit: 2));
        return $"{count} decisions of each, {quiet.TotalSeconds:0} s of quiet before each of them, "
            + "told to the hosts by turns and read from the other.";

        Figure Of(string what, int percent, double limit)
        {
            var app = pairs[0].Times.At(percent);
            return new Figure(what, "s", app, pairs[1].Times.At(percent), pairs[2].Times.At(percent), null, Target.AtMost(limit, app));
        }
    }

    /// <summary>A contender with a second host beside its first, and applications that are ready to be decided.</summary>
    private sealed class Pair(Contender first, Server second, IReadOnlyList<(Draft Draft, OpenTask Task)> ready) : IAsyncDisposable
    {
        private readonly People[] _people = [first.People, new People(second.Http)];

        public List<double> Times { get; } = [];

        public static async Task<Pair> JoinAsync(Contender first, int count)
        {
            var second = await Server.StartAsync(first.Subject, first.Account);
            List<(Draft, OpenTask)> ready = [];
            foreach (var draft in await first.Drafts.WriteAsync(count))
            {
                ready.Add((draft, await first.People.EvaluateAsync(draft)));
            }

            return new Pair(first, second, ready);
        }

        public async Task DecideAsync(int at)
        {
            (var draft, var task) = ready[at];
            var start = Stopwatch.GetTimestamp();
            await _people[at % 2].DecideAsync(task);
            await _people[1 - (at % 2)].PublishedAsync(draft, BetweenLooks);
            Times.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        public ValueTask DisposeAsync() => second.DisposeAsync();
    }
}
