namespace MicroCred.Approval.Tests;

/// <summary>Near-duplicates that were planted in a made-up register are found.</summary>
public sealed class PlantedDuplicatesTests
{
    private const int Entries = 10_000;
    private const int Planted = 200;
    private const int First = 3;

    [Theory]
    [InlineData(1, 0.1)]
    [InlineData(2, 0.25)]
    [InlineData(3, 0.4)]
    public void Of_two_hundred_among_ten_thousand_nineteen_in_twenty_are_in_the_first_three(int seed, double changed)
    {
        MadeUpRegister madeUp = new(seed);
        var entries = madeUp.Entries(Entries);
        RegisterSearch search = new();
        foreach (var entry in entries)
        {
            search.Add(entry);
        }

        var found = Enumerable
            .Range(0, Planted)
            .Select(_ => madeUp.Any(entries))
            .Count(entry =>
                search.SimilarTo(madeUp.NearDuplicateOf(entry, changed)).Take(First).Any(similar => similar.Entry.Number == entry.Number)
            );

        Assert.True(found >= Planted * 0.95, $"Found {found} of {Planted}.");
    }
}
