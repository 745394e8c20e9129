using System.Globalization;
using MicroCred.CrashProof.Tests.Runs;
using MicroCred.CrashProof.Tests.World;
using MicroCred.Tests.Support;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace MicroCred.CrashProof.Tests;

/// <summary>
/// Whatever storage request fails and whatever process is killed, an application ends as if nothing had happened: nothing lost, nothing
/// done twice. Every test run includes twenty runs; <c>MICROCRED_CRASHPROOF=all dotnet test tests/CrashProof</c> does all of them, a number
/// instead of <c>all</c> that many. <c>MICROCRED_CRASHPROOF_SEED</c> selects them.
/// </summary>
public sealed class CrashProofTests(CrashProofTests.Print print) : IClassFixture<CrashProofTests.Print>
{
    private const string Variable = "MICROCRED_CRASHPROOF";

    // A run mostly waits, for client retries and for messages hidden by a crash; the expensive part is starting a Host.
    private const int RunsToAHost = 3;
    private const int Attempts = 3;
    private static readonly int KillsSideBySide = 2 * Environment.ProcessorCount;
    private static readonly int CutsSideBySide = 3 * Environment.ProcessorCount;

    private static readonly string Wanted = Environment.GetEnvironmentVariable(Variable) ?? "20";
    private static readonly int Seed = int.Parse(
        Environment.GetEnvironmentVariable($"{Variable}_SEED") ?? "1",
        CultureInfo.InvariantCulture
    );

    [Fact]
    public async Task However_it_is_disturbed_an_application_ends_as_if_it_had_not_been()
    {
        var undisturbed = await Undisturbed.RunAsync();
        var plan = Wanted == "all" ? Plan.All(undisturbed) : Plan.Some(undisturbed, int.Parse(Wanted, CultureInfo.InvariantCulture), Seed);
        print.Line($"{undisturbed.Requests.Count} requests undisturbed; {plan.Count} runs disturbed, seed {Seed}");
        using var table = new RunTable(Repository.Path($"artifacts/crashproof/runs-{Wanted}.txt"), undisturbed);
        await using var worlds = new Worlds();

        var kills = plan.Where(disturbance => disturbance.Kill is not null).ToArray();
        var cuts = plan.Where(disturbance => disturbance.Kill is null).ToArray();
        await Task.WhenAll(
            RunAllAsync(kills, KillsSideBySide),
            RunAllAsync(cuts, Math.Clamp(cuts.Length / RunsToAHost, 1, CutsSideBySide))
        );

        var sum = table.Sum();
        print.Line(sum);
        Assert.True(table.Failures.Length == 0, $"Seed {Seed}\n{table.Failures}{sum}");
        Assert.True(table.Reached >= 0.9 * plan.Count, $"Too many of the requests didn't come.\n{sum}");

        Task RunAllAsync(IReadOnlyList<Disturbance> disturbances, int sideBySide) =>
            Parallel.ForEachAsync(disturbances, new ParallelOptions { MaxDegreeOfParallelism = sideBySide }, async (disturbance, _) =>
                table.Add(await RunAsync(disturbance, worlds, undisturbed))
            );
    }

    private static async Task<DisturbedRun> RunAsync(Disturbance disturbance, Worlds worlds, Undisturbed undisturbed)
    {
        for (var attempt = 1; ; attempt++)
        {
            // Some requests occur only for a Host's first application, and any two runs differ a little.
            var world = await worlds.TakeAsync(disturbance.Hosts, isFresh: disturbance.Kill is not null || attempt > 1);
            var run = await DisturbedRun.RunAsync(disturbance, world, undisturbed);
            await worlds.GiveBackAsync(world, run.HasPassed && disturbance.Kill is null);
            if (run.IsReached || !run.HasPassed || attempt == Attempts)
            {
                return run;
            }
        }
    }

    /// <summary>Prints lines in the test runner's output, even for a passing test.</summary>
    public sealed class Print(IMessageSink sink)
    {
        /// <param name="text">The text to print.</param>
        public void Line(string text) => sink.OnMessage(new DiagnosticMessage(text));
    }
}
