using System.Diagnostics;
using MicroCred.Benchmarks.Figures;
using MicroCred.Benchmarks.World;

namespace MicroCred.Benchmarks.Measures;

/// <summary>Whether the next application takes longer where many have been finished before it.</summary>
internal static class FinishedApplications
{
    private const double Noise = 1.2;

    /// <summary>A machine too busy to write all of them in this time is held to as many as it wrote; the figure says how many.</summary>
    private static readonly TimeSpan Seeding = TimeSpan.FromMinutes(6);

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(2);

    public static async Task Take(Bench bench)
    {
        int wanted = bench.Of(thorough: 10_000, quick: 400);
        int finished;
        int count = bench.Of(thorough: 40, quick: 15);
        // On the disk Azurite writes all that it has every five seconds, and answers nobody meanwhile: two seconds with 4,000 finished.
        await using Account account = await Account.Open(onDisk: false);
        Drafts drafts = new(account, seed: 7);
        double before;
        await using (AppUnderTest app = await AppUnderTest.Start(account))
        {
            await Next(app, drafts, 20);
            before = (await Next(app, drafts, count)).Median();
        }

        string how = $"median of {count} one after another, from submission to Published, an evaluator's eight calls included, on an Azurite that keeps its data in memory";
        bench.Note("The next application, before", before, "ms", how);
        using (Archive archive = new(account))
        {
            finished = await archive.Add(wanted, Seeding);
        }

        await using AppUnderTest later = await AppUnderTest.Start(account);
        double first = (await Next(later, drafts, 1)).Single();
        await Next(later, drafts, 20);
        double after = (await Next(later, drafts, count)).Median();
        bench.Note(
            $"The next application, after {finished} finished",
            after,
            "ms",
            "the same; the finished ones written straight to storage, with their audit, lists, register entries and ended orchestrations, and the app started anew",
            new Ratio(after / before, "before"),
            Target.AtMost(Noise, after / before));
        bench.Note(
            "The first one after the start", first, "ms", $"the app reads the register of {finished} entries, and warms up", new Ratio(first / before, "before"));
    }

    private static async Task<List<double>> Next(AppUnderTest app, Drafts drafts, int count)
    {
        People people = new(app.Http);
        List<double> times = [];
        foreach (Draft draft in await drafts.Write(count))
        {
            long start = Stopwatch.GetTimestamp();
            await people.Publish(draft, BetweenLooks);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return times;
    }
}
