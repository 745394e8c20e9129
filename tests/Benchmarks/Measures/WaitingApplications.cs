using MicroCred.Benchmarks.Figures;
using MicroCred.Benchmarks.World;

namespace MicroCred.Benchmarks.Measures;

/// <summary>What applications that wait for their evaluators cost the app's process.</summary>
internal static class WaitingApplications
{
    private const double MemoryAllowed = 250;

    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan AtRest = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(200);

    public static async Task Take(Bench bench)
    {
        int count = bench.Of(thorough: 1000, quick: 100);
        await using Account account = await Account.Open();
        double nothing;
        await using (AppUnderTest app = await AppUnderTest.Start(account))
        {
            await Task.Delay(Settling);
            bench.Note("Memory at rest", app.Megabytes, "MB", "resident set of the app's process, just started, nothing waiting");
            nothing = await Processor(app);
            bench.Note("Processor at rest", nothing, "% of a core", Resting("nothing waiting"));

            await Wait(account, app, count);
            await Task.Delay(Settling);
            bench.Note(
                $"Memory with {count} waiting", app.Megabytes, "MB", "the same process after it has taken them in", target: Target.AtMost(MemoryAllowed, app.Megabytes));
            Note(bench, await Processor(app), count, nothing);
        }

        await using AppUnderTest next = await AppUnderTest.Start(account);
        await Task.Delay(Settling);
        bench.Note(
            $"Memory with {count} waiting, started anew", next.Megabytes, "MB", "a new process that finds them", target: Target.AtMost(MemoryAllowed, next.Megabytes));
    }

    private static void Note(Bench bench, double processor, int count, double nothing) => bench.Note(
        $"Processor with {count} waiting",
        processor,
        "% of a core",
        Resting($"{count} waiting"),
        nothing > 0 ? new Ratio(processor / nothing, "with nothing waiting") : null,
        Target.AtMost(1, processor));

    private static string Resting(string with) => $"over {AtRest.TotalSeconds:0} s, {with}; the queue is looked into every two seconds and a timer runs each minute";

    private static async Task Wait(Account account, AppUnderTest app, int count)
    {
        People people = new(app.Http);
        await Parallel.ForEachAsync(
            await new Drafts(account, seed: 5).Write(count),
            new ParallelOptions { MaxDegreeOfParallelism = 16 },
            async (draft, _) =>
            {
                await people.Submit(draft);
                await people.Assigned(draft, BetweenLooks);
            });
    }

    /// <summary>How much of a core the process uses while nobody wants anything of it, in percent.</summary>
    private static async Task<double> Processor(AppUnderTest app)
    {
        TimeSpan before = app.Processor;
        await Task.Delay(AtRest);
        return 100 * (app.Processor - before) / AtRest;
    }
}
