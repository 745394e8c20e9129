using MicroCred.Simulation.Pipeline;

namespace MicroCred.Simulation.RandomPeople;

/// <summary>
/// The same over the app's own storage. Every test run has two worlds of a hundred applications;
/// <c>MICROCRED_SEEDS=20 dotnet test tests/Simulation --filter RandomPeopleOverAzurite</c> has so many.
/// </summary>
[Collection(SharedStorage.Name)]
public sealed class RandomPeopleOverAzurite(SharedStorage storage)
{
    private const int Seeds = 2;
    private const int Applications = 100;

    [Fact]
    public async Task Whatever_people_do_every_invariant_holds_at_each_step()
    {
        var (breaks, _) = await RandomPeople.Seeds.LiveAsync(Seeds, Applications, sideBySide: 1, () => new AzuriteStorage(storage));

        Assert.True(breaks.Count == 0, string.Join('\n', breaks));
    }
}
