using System.Diagnostics;
using MicroCred.Benchmarks.Figures;
using MicroCred.Benchmarks.Floor;
using MicroCred.Benchmarks.World;

namespace MicroCred.Benchmarks.Measures;

/// <summary>
/// How long until everybody can see a decision: from the moment that an evaluator posts it, to the moment that the provider has read the
/// application and it is decided. Held against one bare write to a table, and against as many as the
/// decision has on its way, by turns.
/// </summary>
internal static class DecisionLatency
{
    /// <summary>
    /// The requests that follow one another from the post to the answer that shows it: the application read, the intent, the act, the lists,
    /// the instance read, its turn, the intent removed; and the application read again.
    /// </summary>
    private const int OneAfterAnother = 8;

    private static readonly TimeSpan Often = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan Seldom = TimeSpan.FromMilliseconds(50);

    public static async Task Take(Bench bench)
    {
        await using Account account = await Account.Open();
        await using AppUnderTest app = await AppUnderTest.Start(account);
        using BareTable table = await BareTable.Create(account);
        People people = new(app.Http);
        int warm = bench.Of(thorough: 40, quick: 20);
        int count = bench.Of(thorough: 200, quick: 60);

        List<double> writes = [];
        List<double> chains = [];
        List<double> answered = [];
        List<double> seen = [];
        foreach ((Draft draft, OpenTask task) in await Evaluated(account, people, warm + (2 * count)))
        {
            writes.Add(await table.Write());
            double chain = 0;
            for (int request = 0; request < OneAfterAnother; request++)
            {
                chain += await table.Write();
            }

            chains.Add(chain);
            bool byOnlooker = writes.Count % 2 == 0;
            long start = Stopwatch.GetTimestamp();
            Task decided = people.Decide(task);
            if (!byOnlooker)
            {
                await decided;
            }

            await Decided(people, draft);
            (byOnlooker ? seen : answered).Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            await decided;
            await people.Until(draft, "Published", Seldom);
        }

        double write = writes.Skip(warm).Median();
        string each = $"{count} on Azurite, one after another, over HTTP, the pipeline at rest before each";
        Note(bench, "Answered, then read", answered.Skip(warm / 2), write, $"{each}; the application is read once the decision was answered", isTarget: true);
        Note(bench, "Seen by an onlooker", seen.Skip(warm / 2), write, $"{each}; somebody reads the application again and again meanwhile", isTarget: false);
        string floor = $"{OneAfterAnother} bare writes one after another, as many requests as follow one another from the post to the reading; the least that any app with that path takes";
        Note(bench, "Floor", chains.Skip(warm), write, floor, isTarget: false);
        bench.Note("One bare table write, p50", write, "ms", "one row by HttpClient, by turns with the decisions");
        bench.Note("One bare table write, p99", writes.Skip(warm).At(99), "ms", "the same");
    }

    private static void Note(Bench bench, string name, IEnumerable<double> times, double write, string conditions, bool isTarget)
    {
        const string To = "p50 of a bare write";
        double middle = times.Median();
        double slow = times.At(99);
        bench.Note($"{name}, p50", middle, "ms", conditions, new Ratio(middle / write, To));
        bench.Note($"{name}, p99", slow, "ms", conditions, new Ratio(slow / write, To), isTarget ? Target.AtMost(10, slow / write) : null);
    }

    private static async Task Decided(People people, Draft draft)
    {
        while (await people.Status(draft) is "InReview")
        {
            await Task.Delay(Often);
        }
    }

    /// <summary>Applications that want nothing any more but the decision.</summary>
    private static async Task<List<(Draft Draft, OpenTask Task)>> Evaluated(Account account, People people, int count)
    {
        (Draft Draft, OpenTask Task)[] ready = new (Draft, OpenTask)[count];
        IReadOnlyList<Draft> drafts = await new Drafts(account, seed: 4).Write(count);
        await Parallel.ForEachAsync(Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (at, _) =>
        {
            await people.Submit(drafts[at]);
            OpenTask task = await people.Assigned(drafts[at], Seldom);
            await people.FindAllMet(task);
            ready[at] = (drafts[at], task);
        });
        return [.. ready];
    }
}
