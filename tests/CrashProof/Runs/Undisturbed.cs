using MicroCred.CrashProof.Tests.Journey;
using MicroCred.CrashProof.Tests.World;
using MicroCred.Tests.Support;
using MicroCred.Tests.Support.Storage;

namespace MicroCred.CrashProof.Tests.Runs;

/// <summary>The run that all others are held against: the requests that it made, each by its name and ordinal, and what it came to.</summary>
internal sealed record Undisturbed(IReadOnlyList<(RequestName Name, int Ordinal)> Requests, Outcome Outcome)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    /// <summary>As long as the sweeper's schedule, and what it may take: whatever is asked for meanwhile isn't asked for an application.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(12);

    public static async Task<Undisturbed> RunAsync()
    {
        await using var world = await AppWorld.StartAsync(hosts: 1);
        var traces = new Traces(world);
        world.Proxy.Log.Clear();
        await Task.Delay(Rest);
        var atRest = world.Proxy.Log.ByName().Select(request => request.Name).ToHashSet();

        world.Proxy.Log.Clear();
        var application = await HappyPath.WalkAsync(world, Limit);
        await Patience.UntilAsync(traces.AreAtRestAsync, () => $"It never comes to rest.\n{world.Output}", Limit);

        // A request and its retries are one.
        var requests = world.Proxy.Log.All.Where(request => request.Kind == RequestKind.Work && !atRest.Contains(request.Name)).DistinctBy(request => request.Id);
        Dictionary<RequestName, int> ordinals = [];
        return new(
            [.. requests.Select(request => (request.Name, ordinals[request.Name] = ordinals.GetValueOrDefault(request.Name) + 1))],
            await Outcome.OfAsync(world, application));
    }
}
