using MicroCred.CrashProof.Tests.Journey;
using MicroCred.CrashProof.Tests.World;
using MicroCred.Tests.Support.Storage;

namespace MicroCred.CrashProof.Tests.Runs;

/// <summary>The result of one disturbed run.</summary>
/// <param name="Disturbance">The disturbance.</param>
/// <param name="IsReached">Whether the request occurred at all: two runs don't make exactly the same ones.</param>
/// <param name="Restarts">The number of Host restarts.</param>
/// <param name="Took">The time from the first request to the last.</param>
internal sealed record DisturbedRun(Disturbance Disturbance, bool IsReached, int Restarts, TimeSpan Took)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    /// <summary>Long enough for any client to give up.</summary>
    private static readonly TimeSpan Outage = TimeSpan.FromSeconds(30);

    /// <summary>Long enough for anything done twice to show: the app is at rest long before.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(2);

    /// <summary>The undisturbed outcome's lines that are missing.</summary>
    public IReadOnlyList<string> Lost { get; private init; } = [];

    /// <summary>The lines that the undisturbed outcome doesn't have.</summary>
    public IReadOnlyList<string> Doubled { get; private init; } = [];

    /// <summary>Why the run didn't end; empty where it did.</summary>
    public string Trouble { get; private init; } = "";

    /// <summary>The Hosts' log folder, for a failed run.</summary>
    public string Logs { get; private init; } = "";

    public bool HasPassed => Lost.Count + Doubled.Count + Trouble.Length == 0;

    public static async Task<DisturbedRun> RunAsync(Disturbance disturbance, AppWorld world, Undisturbed undisturbed)
    {
        var start = TimeProvider.System.GetTimestamp();
        var expected = world.Applications == 0 ? undisturbed.First : undisturbed.Later;
        var before = await Outcome.OfAllAsync(world);
        var cut = disturbance.In(world);
        world.Proxy.Set(cut);
        using var end = new CancellationTokenSource();
        var lifted = LiftAsync(cut, world, end.Token);
        Outcome? outcome = null;
        var trouble = "";
        try
        {
            var application = await HappyPath.WalkAsync(world, Limit);
            world.Proxy.Set(null);
            await Task.Delay(Settling);
            outcome = await Outcome.OfAsync(world, application, before);
        }
        catch (Exception fault) when (fault is InvalidOperationException or TimeoutException)
        {
            trouble = fault.Message;
        }

        await end.CancelAsync();
        await lifted.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var run = new DisturbedRun(disturbance, cut.Reached.IsCompleted, world.Restarts, TimeProvider.System.GetElapsedTime(start))
        {
            Lost = outcome is null ? [] : expected.Beyond(outcome),
            Doubled = outcome?.Beyond(expected) ?? [],
            Trouble = trouble,
        };
        if (run.HasPassed)
        {
            return run;
        }

        world.IsFolderKept = true;
        return run with { Logs = world.Folder };
    }

    // The engine retries with the same id, which the cut would treat as client retries for ever.
    private static async Task LiftAsync(Cut cut, AppWorld world, CancellationToken end)
    {
        await cut.Reached.WaitAsync(end);
        await Task.Delay(Outage, end);
        world.Proxy.Set(null);
    }

    public override string ToString() =>
        string.Join(
            '\n',
            [
                $"{(HasPassed ? "same" : "DIFFERS")}  {(IsReached ? "cut" : "not reached")}  "
                    + $"{Took.TotalSeconds, 4:0} s  {Restarts} restarts  {Disturbance}",
                .. HasPassed
                    ? []
                    : Lost.Select(line => $"  - {line}")
                        .Concat(Doubled.Select(line => $"  + {line}"))
                        .Append($"  {Trouble}")
                        .Append($"  logs: {Logs}"),
            ]
        );
}
