using MicroCred.Benchmarks.Figures;
using MicroCred.Benchmarks.World;
using MicroCred.Tests.Support.Storage;

namespace MicroCred.Benchmarks.Measures;

/// <summary>Storage requests per second while idle, with one host and with two: a month of them is the cost of idling.</summary>
internal static class Idle
{
    private const double ASecondAllowed = 4.5;

    public static async Task<string> TakeAsync(Bench bench)
    {
        // Polls of an empty queue become less frequent, down to every 30 s by default.
        var settling = TimeSpan.FromSeconds(bench.Of(thorough: 60, quick: 10));
        var time = TimeSpan.FromSeconds(bench.Of(thorough: 120, quick: 10));
        var rests = await Task.WhenAll(
            new[] { Subject.AppWithTimers, Subject.Peer, Subject.PeerAsApp }.Select(subject => OfAsync(subject, settling, time))
        );
        Note("one host", rest => rest.One.Count, null);
        Note("two hosts", rest => rest.Two.Count, Target.AtMost(ASecondAllowed, rests[0].Two.Count / time.TotalSeconds));
        Note("… of these the engine's", rest => rest.Two.Count(request => request.Name.IsTheEngines), null);
        var resources = rests[0]
            .Two.CountBy(request => request.Name)
            .OrderByDescending(resource => resource.Value)
            .Take(8)
            .Select(resource => $"{resource.Key} {Figure.Round(resource.Value / time.TotalSeconds)}");
        return $"Over {time.TotalSeconds:0} s, {settling.TotalSeconds:0} s after the last start; the App with its minute's timers. "
            + $"Of two hosts of the App most often: {string.Join(", ", resources)}.";

        void Note(string what, Func<Rest, double> of, Target? aim) =>
            bench.Note(
                new Figure(
                    what,
                    "a second",
                    of(rests[0]) / time.TotalSeconds,
                    of(rests[1]) / time.TotalSeconds,
                    of(rests[2]) / time.TotalSeconds,
                    null,
                    aim
                )
            );
    }

    private static async Task<Rest> OfAsync(Subject subject, TimeSpan settling, TimeSpan time)
    {
        await using var account = await Account.OpenAsync();
        await using var proxy = await StorageProxy.StartAsync(account.ConnectionString);
        await using var first = await Server.StartAsync(subject, account, proxy.ConnectionString);
        var one = await QuietAsync();
        await using var second = await Server.StartAsync(subject, account, proxy.ConnectionString);
        return new Rest(one, await QuietAsync());

        async Task<IReadOnlyList<SeenRequest>> QuietAsync()
        {
            await Task.Delay(settling);
            proxy.Log.Take();
            await Task.Delay(time);
            return proxy.Log.Take();
        }
    }

    private sealed record Rest(IReadOnlyList<SeenRequest> One, IReadOnlyList<SeenRequest> Two);
}
