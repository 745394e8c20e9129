using System.Diagnostics;
using MicroCred.Benchmarks.Figures;
using MicroCred.Benchmarks.World;

namespace MicroCred.Benchmarks.Measures;

/// <summary>How long a killed host's messages stay hidden until the other host continues with them.</summary>
internal static class Kill
{
    private const double SecondsAllowed = 60;

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(250);

    public static async Task<string> TakeAsync(Bench bench)
    {
        var count = bench.Of(thorough: 48, quick: 16);
        var app = await LongestAsync(Subject.App, count);
        bench.Note(
            new Figure(
                $"all of {count} submissions assigned",
                "s",
                app,
                await LongestAsync(Subject.Peer, count),
                await LongestAsync(Subject.PeerAsApp, count),
                null,
                Target.AtMost(SecondsAllowed, app)
            )
        );
        return $"{count} submissions posted to one host, which is killed (SIGKILL, its worker with it) "
            + "as soon as the last is answered; read from the other host. "
            + "The crash proof in tests kills at every tenth storage request.";
    }

    private static async Task<double> LongestAsync(Subject subject, int count)
    {
        await using var contender = await Contender.StartAsync(subject, warmUp: 8);
        await using var other = await Server.StartAsync(subject, contender.Account);
        var drafts = await contender.Drafts.WriteAsync(count);
        await Task.WhenAll(drafts.Select(contender.People.SubmitAsync));
        await contender.Server.KillAsync();
        var start = Stopwatch.GetTimestamp();
        People people = new(other.Http);
        await Task.WhenAll(drafts.Select(draft => people.AssignedAsync(draft, BetweenLooks)));
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
