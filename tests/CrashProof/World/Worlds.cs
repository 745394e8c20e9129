using System.Collections.Concurrent;

namespace MicroCred.CrashProof.Tests.World;

/// <summary>
/// The running worlds. One in which nothing was killed and all went well is reused for several runs: most of a run's cost is starting its
/// Host.
/// </summary>
internal sealed class Worlds : IAsyncDisposable
{
    private const int ApplicationsEach = 16;

    private readonly ConcurrentBag<AppWorld> _free = [];

    /// <param name="hosts">The number of Hosts.</param>
    /// <param name="isFresh">Whether a new world is needed.</param>
    public async Task<AppWorld> TakeAsync(int hosts, bool isFresh) =>
        !isFresh && _free.TryTake(out var world) ? world : await AppWorld.StartAsync(hosts);

    /// <param name="world">A world that is no longer needed.</param>
    /// <param name="isGood">Whether it may be reused.</param>
    public async Task GiveBackAsync(AppWorld world, bool isGood)
    {
        if (isGood && world.Applications < ApplicationsEach)
        {
            _free.Add(world);
        }
        else
        {
            await world.DisposeAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var world in _free)
        {
            await world.DisposeAsync();
        }
    }
}
