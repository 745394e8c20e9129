using MicroCred.App.Storage;
using MicroCred.Simulation.Dictionaries;
using MicroCred.Simulation.Engine;
using MicroCred.Simulation.Pipeline;
using MicroCred.Simulation.RandomPeople;

namespace MicroCred.Simulation.Stores;

/// <summary>The same seed's world over both stores ends with the same states, events, letters, versions, lists, notices and entries.</summary>
[Collection(SharedStorage.Name)]
public sealed class SameWorldTests(SharedStorage storage)
{
    private static readonly WorldPlan Plan = new(Seed: 3, Applications: 15) { Faults = Faults.Plenty };

    [Fact]
    public async Task A_world_is_the_same_over_Azurite_and_over_dictionaries()
    {
        var overAzurite = await EndAsync(new AzuriteStorage(storage));

        Assert.Equal(overAzurite, await EndAsync(new DictionaryStorage()));
    }

    private static async Task<List<string>> EndAsync(SimulatedStorage storage)
    {
        await using var world = await RandomWorld.LiveAsync(storage, Plan);
        Assert.Empty(world.Breaks);
        List<string> end = [];
        foreach (var id in world.Judges.Applications.Keys.OrderBy(id => $"{id}", StringComparer.Ordinal))
        {
            var whole = (await world.App.Contents.WholeAsync(id))!;
            end.Add(whole.State);
            end.AddRange(whole.Events.Select(kept => kept.Text));
            end.AddRange(await world.App.Contents.LettersAsync(id));
            foreach (var version in whole.Application.Versions)
            {
                end.Add(ChunkedJson.TextOf(await world.App.Contents.VersionAsync(id, version.Number)));
            }
        }

        end.AddRange((await world.App.Contents.LinesAsync()).Select(line => $"{line.Key}: {line.Value}"));
        end.AddRange((await world.App.Contents.QueuedAsync()).Select(notice => ChunkedJson.TextOf(notice)));
        end.AddRange((await world.App.Contents.EntriesAsync()).Select(ChunkedJson.TextOf));
        return end;
    }
}
