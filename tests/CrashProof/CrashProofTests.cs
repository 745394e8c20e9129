using System.Collections.Concurrent;
using System.Globalization;
using MicroCred.CrashProof.Tests.Runs;
using MicroCred.Tests.Support;
using Xunit.Abstractions;

namespace MicroCred.CrashProof.Tests;

/// <summary>
/// Whatever request to storage breaks, and whatever process is killed, an application ends as if nothing had happened: nothing lost, nothing
/// done twice. Twenty runs belong to every test run; <c>CRASHPROOF=all dotnet test tests/CrashProof</c> does all there are, or, with a number
/// in place of <c>all</c>, so many of them.
/// </summary>
public sealed class CrashProofTests(ITestOutputHelper output)
{
    private const int InEveryTestRun = 20;

    private static readonly string? Wanted = Environment.GetEnvironmentVariable("CRASHPROOF");

    // A run mostly waits for what a crash has hidden.
    private static readonly int SideBySide =
        int.Parse(Environment.GetEnvironmentVariable("CRASHPROOF_SIDE_BY_SIDE") ?? $"{4 * Environment.ProcessorCount}", CultureInfo.InvariantCulture);

    private static readonly int Seed = int.Parse(Environment.GetEnvironmentVariable("CRASHPROOF_SEED") ?? "1", CultureInfo.InvariantCulture);

    [Fact]
    public async Task However_it_is_disturbed_an_application_ends_as_if_it_had_not_been()
    {
        var undisturbed = await Undisturbed.RunAsync();
        var plan = Wanted == "all"
            ? Plan.All(undisturbed)
            : Plan.Some(undisturbed, Wanted is null ? InEveryTestRun : int.Parse(Wanted, CultureInfo.InvariantCulture), Seed);
        using var table = new RunTable(Repository.Path($"artifacts/crashproof-{Wanted ?? "some"}.txt"), undisturbed, plan.Count);
        var runs = new ConcurrentBag<DisturbedRun>();

        await Parallel.ForEachAsync(plan, new ParallelOptions { MaxDegreeOfParallelism = SideBySide }, async (disturbance, _) =>
        {
            var run = await DisturbedRun.RunAsync(disturbance, undisturbed.Outcome);
            runs.Add(run);
            table.Add(run);
        });

        table.End();
        output.WriteLine(table.Text);
        Assert.True(runs.All(run => run.HasPassed), table.Text);
        // Two runs don't make quite the same requests, but nearly.
        Assert.True(runs.Count(run => run.IsReached) >= 0.8 * runs.Count, table.Text);
    }
}
