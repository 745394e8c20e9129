using MicroCred.CrashProof.Tests.Journey;
using MicroCred.CrashProof.Tests.World;
using MicroCred.Tests.Support.Storage;

namespace MicroCred.CrashProof.Tests.Runs;

/// <summary>The result that all disturbed runs are compared with.</summary>
/// <param name="Requests">An application's requests in order, each by its name and ordinal.</param>
/// <param name="First">The outcome of a Host's first application, which includes the register's initial data.</param>
/// <param name="Later">The outcome of any other application.</param>
internal sealed record Undisturbed(IReadOnlyList<(RequestName Name, int Ordinal)> Requests, Outcome First, Outcome Later)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    public static async Task<Undisturbed> RunAsync()
    {
        // Without the sweeper, whose requests belong to no application.
        await using var world = await AppWorld.StartAsync(hosts: 1, sweeps: false);
        var none = await Outcome.OfAllAsync(world);
        world.Proxy.Log.Clear();
        var first = await HappyPath.WalkAsync(world, Limit);
        // A request and its retries count as one, as for a cut; the engine gives all requests of a turn the same id.
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
