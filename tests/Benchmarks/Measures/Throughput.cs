using System.Diagnostics;
using Azure.Data.Tables;
using Azure.Storage.Queues;
using MicroCred.Benchmarks.Figures;
using MicroCred.Benchmarks.Floor;
using MicroCred.Benchmarks.World;

namespace MicroCred.Benchmarks.Measures;

/// <summary>
/// Applications a second, from submission to Published. The floor beneath: the very requests that one application makes to storage, sent bare
/// for as many applications, to the same Azurite and as many at a time, by turns with the app.
/// </summary>
internal static class Throughput
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);

    public static async Task Take(Bench bench)
    {
        double onDisk = await OnAzurite(bench);
        await InMemory(bench, onDisk);
    }

    private static async Task<double> OnAzurite(Bench bench)
    {
        await using Account account = await Account.Open();
        SharedAccess access = new(account.ConnectionString);
        Drafts drafts = new(account, seed: 2);
        Script script = await RecordedApplication.Make(account, drafts, access);
        await new QueueClient(account.ConnectionString, Script.Queue).CreateIfNotExistsAsync();
        using BareStorage bare = new(access);
        await using AppUnderTest app = await AppUnderTest.Start(account, AppUnderTest.WithoutTimers);
        await Warm(app, drafts, bench);

        double best = 0;
        foreach (int atATime in bench.IsQuick ? [32] : new[] { 16, 32 })
        {
            int count = bench.Of(thorough: 160, quick: 64);
            List<double> apps = [];
            List<double> floors = [];
            for (int round = 0; round < bench.Of(thorough: 3, quick: 1); round++)
            {
                (double rate, int looks) = await Run(app, await drafts.Write(count), atATime);
                apps.Add(rate);
                floors.Add(await Run(account, bare, script, await drafts.Write(count), looks / count, atATime));
            }

            double ratio = apps.Zip(floors, (one, floor) => one / floor).Median();
            string conditions = $"{atATime} at a time, {apps.Count} rounds of {count}, medians; an evaluator over HTTP records seven findings and decides";
            bench.Note(
                $"On Azurite, {atATime} at a time", apps.Median(), "applications/s", conditions, new Ratio(ratio, "the floor"), Target.AtLeast(0.7, ratio));
            bench.Note(
                $"Floor, {atATime} at a time",
                floors.Median(),
                "applications/s",
                $"the {script.Length} storage requests of one recorded application, the evaluator's calls and people's looks at its state among them, sent bare by HttpClient to the same Azurite, by turns with the app");
            best = Math.Max(best, apps.Median());
        }

        return best;
    }

    private static async Task InMemory(Bench bench, double onDisk)
    {
        await using Account account = await Account.Open(onDisk: false);
        Drafts drafts = new(account, seed: 3);
        await using AppUnderTest app = await AppUnderTest.Start(account, ("Emulator__DurableStore", "Memory"));
        await Warm(app, drafts, bench);
        List<double> rates = [];
        for (int round = 0; round < bench.Of(thorough: 3, quick: 1); round++)
        {
            rates.Add((await Run(app, await drafts.Write(bench.Of(thorough: 160, quick: 64)), 32)).Rate);
        }

        bench.Note(
            "In memory, 32 at a time",
            rates.Median(),
            "applications/s",
            "orchestrations in the app's memory; the app's own tables, blobs and queue still on Azurite, which keeps them in memory",
            new Ratio(rates.Median() / onDisk, "on Azurite"));
    }

    private static Task Warm(AppUnderTest app, Drafts drafts, Bench bench) => Run(app, drafts, bench.Of(thorough: 96, quick: 32));

    private static async Task Run(AppUnderTest app, Drafts drafts, int count) => await Run(app, await drafts.Write(count), 32);

    private static async Task<(double Rate, int Looks)> Run(AppUnderTest app, IReadOnlyList<Draft> drafts, int atATime)
    {
        People people = new(app.Http);
        long start = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(
            drafts, new ParallelOptions { MaxDegreeOfParallelism = atATime }, async (draft, _) => await people.Publish(draft, BetweenLooks));
        return (drafts.Count / Stopwatch.GetElapsedTime(start).TotalSeconds, people.Looks);
    }

    private static async Task<double> Run(Account account, BareStorage bare, Script script, IReadOnlyList<Draft> drafts, int looks, int atATime)
    {
        List<IReadOnlyList<BareRequest>> applications = [.. drafts.Select(draft => script.For(draft.Id, looks))];
        TableClient register = account.Tables.GetTableClient("Register");
        foreach (int block in script.Blocks)
        {
            await register.UpsertEntityAsync(new TableEntity($"block|{block:D6}", "counter") { ["Last"] = 0 });
        }

        long start = Stopwatch.GetTimestamp();
        await bare.Send(applications, atATime);
        return drafts.Count / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
