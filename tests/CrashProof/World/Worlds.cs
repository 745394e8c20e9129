using System.Collections.Concurrent;

namespace MicroCred.CrashProof.Tests.World;

/// <summary>
/// The worlds that run. One on which nothing was killed, and all went well, is used for some runs one after the other: most of what a run
/// costs is the start of its Host.
/// </summary>
internal sealed class Worlds : IAsyncDisposable
{
    private const int ApplicationsEach = 16;

    private readonly ConcurrentBag<AppWorld> _free = [];

    /// <param name="hosts">How many Hosts it has.</param>
    /// <param name="isFresh">Whether nothing may have run there.</param>
    public async Task<AppWorld> TakeAsync(int hosts, bool isFresh) =>
        !isFresh && _free.TryTake(out var world) ? world : await AppWorld.StartAsync(hosts);

    /// <param name="world">One that isn't needed at this moment.</param>
    /// <param name="isGood">Whether it may be used again.</param>
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
