using MicroCred.CrashProof.Tests.Journey;
using MicroCred.CrashProof.Tests.World;
using MicroCred.Tests.Support;

namespace MicroCred.CrashProof.Tests.Runs;

/// <summary>What one disturbed run came to.</summary>
/// <param name="Disturbance">What happened to it.</param>
/// <param name="IsReached">Whether the request came at all: two runs don't make quite the same ones.</param>
/// <param name="Restarts">How often a Host was started again.</param>
/// <param name="Took">From the first request to the last.</param>
/// <param name="Fault">How it differs from the undisturbed run; empty where it doesn't.</param>
internal sealed record DisturbedRun(Disturbance Disturbance, bool IsReached, int Restarts, TimeSpan Took, string Fault)
{
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(6);

    public bool HasPassed => Fault.Length == 0;

    public static async Task<DisturbedRun> RunAsync(Disturbance disturbance, Outcome expected)
    {
        var start = TimeProvider.System.GetTimestamp();
        await using var world = await AppWorld.StartAsync(disturbance.Hosts);
        var cut = disturbance.In(world);
        world.Proxy.Set(cut);
        string fault;
        try
        {
            fault = await EndsLikeAsync(world, expected, TimeSpan.FromMinutes(disturbance.TakesTenMinutes ? 14 : 5));
        }
        catch (Exception trouble) when (trouble is InvalidOperationException or TimeoutException)
        {
            fault = trouble.Message;
        }

        return new(disturbance, cut.Reached.IsCompleted, world.Restarts, TimeProvider.System.GetElapsedTime(start), fault);
    }

    public override string ToString() =>
        $"{(HasPassed ? "same" : "DIFFERS")}  {(IsReached ? "cut" : "not reached")}  {Took.TotalSeconds,4:0} s  {Restarts} restarts  {Disturbance}{(HasPassed ? "" : $"\n{Fault}")}";

    private static async Task<string> EndsLikeAsync(AppWorld world, Outcome expected, TimeSpan limit)
    {
        var application = await HappyPath.WalkAsync(world, limit);
        var traces = new Traces(world);
        await Patience.UntilAsync(
            async () => await traces.AreAtRestAsync() && traces.Letters().Count >= expected.Lines.Count(line => line.StartsWith("letter ", StringComparison.Ordinal)),
            () => $"It doesn't come to rest: {string.Join("; ", traces.Letters())}\n{world.Output}",
            limit);
        // Whatever is done twice would be done by now.
        await Task.Delay(Settling);
        return (await Outcome.OfAsync(world, application)).Against(expected);
    }
}
