using System.Diagnostics;
using MicroCred.Benchmarks.Figures;
using MicroCred.Benchmarks.World;

namespace MicroCred.Benchmarks.Measures;

/// <summary>How long it takes from starting the host until the app answers, where Azurite runs, and where the host starts it too.</summary>
internal static class StartUp
{
    private const double SecondsAllowed = 4;

    public static async Task<string> Take(Bench bench)
    {
        int runs = bench.Of(thorough: 7, quick: 2);
        List<double> app = [], peer = [], whole = [];
        await using (Account apps = await Account.Open())
        await using (Account peers = await Account.Open())
        {
            for (int run = 0; run < runs; run++)
            {
                app.Add(await Seconds(Subject.AppWithTimers, apps, apps.ConnectionString));
                peer.Add(await Seconds(Subject.Peer, peers, peers.ConnectionString));
            }
        }

        for (int run = 0; run < runs; run++)
        {
            await using Account nothingYet = Account.NotOpened();
            whole.Add(await Seconds(Subject.AppWithTimers, nothingYet, nothingYet.ConnectionString));
        }

        bench.Note(new Figure("to the first answer", "s", app.Median(), peer.Median(), Aim: Target.AtMost(SecondsAllowed, app.Median())));
        bench.Note(new Figure("… where the host starts Azurite, on an empty folder", "s", whole.Median()));
        return $"Medians of {runs}; built, Azurite installed; asked every 10 ms for an application that isn't there.";
    }

    private static async Task<double> Seconds(Subject subject, Account account, string storage)
    {
        long start = Stopwatch.GetTimestamp();
        await using Server server = await Server.Start(subject, account, storage);
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
