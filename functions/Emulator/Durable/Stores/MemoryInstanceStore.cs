namespace MicroCred.Emulator.Durable.Stores;

/// <summary>Keeps instances in memory, for simulation and tests.</summary>
internal sealed class MemoryInstanceStore : IInstanceStore
{
    public Task PrepareAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
