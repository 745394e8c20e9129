using MicroCred.Simulation.Pipeline;

namespace MicroCred.Simulation.Stores;

[Collection(SharedStorage.Name)]
public sealed class OverAzurite(SharedStorage storage) : StoreTests
{
    private protected override SimulatedStorage Storage { get; } = new AzuriteStorage(storage);
}
