using MicroCred.Simulation.Dictionaries;
using MicroCred.Simulation.Pipeline;

namespace MicroCred.Simulation.Stores;

public sealed class OverDictionaries : StoreTests
{
    private protected override SimulatedStorage Storage { get; } = new DictionaryStorage();
}
