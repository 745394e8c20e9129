using System.Diagnostics;
using MicroCred.Benchmarks.Figures;
using MicroCred.Benchmarks.World;

namespace MicroCred.Benchmarks.Measures;

/// <summary>Time from starting the host until the app answers, with Azurite already running or started by the host.</summary>
internal static class StartUp
{
    private const double SecondsAllowed = 4;

    public static async Task<string> TakeAsync(Bench bench)
    {
        var runs = bench.Of(thorough: 7, quick: 2);
        List<double> app = [],
            peer = [],
            whole = [];
        await using (var apps = await Account.OpenAsync())
        await using (var peers = await Account.OpenAsync())
        {
            for (var run = 0; run < runs; run++)
            {
                app.Add(await SecondsAsync(Subject.AppWithTimers, apps, apps.ConnectionString));
                peer.Add(await SecondsAsync(Subject.Peer, peers, peers.ConnectionString));
            }
        }

        for (var run = 0; run < runs; run++)
        {
            await using var nothingYet = Account.NotOpened();
            whole.Add(await SecondsAsync(Subject.AppWithTimers, nothingYet, nothingYet.ConnectionString));
        }

        bench.Note(new Figure("to the first answer", "s", app.Median(), peer.Median(), Aim: Target.AtMost(SecondsAllowed, app.Median())));
        bench.Note(new Figure("… where the host starts Azurite, on an empty folder", "s", whole.Median()));
        return $"Medians of {runs}; built, Azurite installed; asked every 10 ms for an application that isn't there.";
    }

    private static async Task<double> SecondsAsync(Subject subject, Account account, string storage)
    {
        var start = Stopwatch.GetTimestamp();
        await using var server = await Server.StartAsync(subject, account, storage);
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
