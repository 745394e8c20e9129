using MicroCred.CrashProof.Tests.Journey;
using MicroCred.CrashProof.Tests.World;
using MicroCred.Tests.Support.Storage;

namespace MicroCred.CrashProof.Tests.Runs;

/// <summary>What all disturbed runs are held against.</summary>
/// <param name="Requests">The requests that an application makes, in their order, each by its name and ordinal.</param>
/// <param name="First">What the first application of a Host comes to: with it comes what the register is begun with.</param>
/// <param name="Later">What any other comes to.</param>
internal sealed record Undisturbed(IReadOnlyList<(RequestName Name, int Ordinal)> Requests, Outcome First, Outcome Later)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    public static async Task<Undisturbed> RunAsync()
    {
        // Without the sweeper, whose looking around belongs to no application.
        await using var world = await AppWorld.StartAsync(hosts: 1, sweeps: false);
        var none = await Outcome.OfAllAsync(world);
        world.Proxy.Log.Clear();
        var first = await HappyPath.WalkAsync(world, Limit);
        // A request and its retries are one, as a cut counts them; the engine gives one id to all requests of a turn.
        var requests = world
            .Proxy.Log.All.Where(request => request.Kind == RequestKind.Work)
            .DistinctBy(request => (request.Name, request.Id))
            .ToArray();
        var one = await Outcome.OfAllAsync(world);
        var outcome = await Outcome.OfAsync(world, first, none);
        var later = await HappyPath.WalkAsync(world, Limit);

        Dictionary<RequestName, int> ordinals = [];
        return new(
            [.. requests.Select(request => (request.Name, ordinals[request.Name] = ordinals.GetValueOrDefault(request.Name) + 1))],
            outcome,
            await Outcome.OfAsync(world, later, one)
        );
    }
}
