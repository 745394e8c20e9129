namespace MicroCred.EndToEnd.Tests.Running;

/// <summary>How many rounds races are run for: few in a whole test run, all with the setting MICROCRED_RACES=all.</summary>
internal static class Races
{
    private const int InFew = 4;
    private const int AtOnce = 5;

    private static readonly bool All = Environment.GetEnvironmentVariable("MICROCRED_RACES") == "all";

    /// <summary>Runs rounds side by side: all of them, or a quarter of them where few are run.</summary>
    /// <param name="all">How many rounds all are.</param>
    /// <param name="round">One round.</param>
    /// <param name="isEnough">Whether few rounds have shown enough; where not, more are run, up to all.</param>
    public static async Task RunAsync(int all, Func<Task> round, Func<bool>? isEnough = null)
    {
        var few = All ? all : (all + InFew - 1) / InFew;
        var done = 0;
        while (done < few || (done < all && isEnough?.Invoke() == false))
        {
            var now = done < few ? few : Math.Min(AtOnce, all - done);
            await Parallel.ForEachAsync(Enumerable.Range(0, now), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (_, _) =>
                await round()
            );
            done += now;
        }
    }
}
