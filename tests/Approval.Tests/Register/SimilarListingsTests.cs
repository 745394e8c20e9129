namespace MicroCred.Approval.Tests;

public sealed class SimilarListingsTests
{
    private static readonly RegisterEntry Listed = AnEntry.Of(AnApplication.WithoutFault) with { Outcomes = ["Bake bread."] };

    [Fact]
    public void Close_titles_or_close_outcomes_are_similar_the_closest_first()
    {
        var similar = To(
            AnApplication.WithoutFault,
            Listed with { Number = 1, Title = "Workshop foundation" },
            Listed with { Number = 2, Title = "Sourdough" },
            Listed with { Number = 3, Title = "Vehicles", Outcomes = AnApplication.WithoutFault.Content.MicroCredential!.Outcomes! });
        Assert.Equal([3, 1], similar.Select(listing => listing.Number));
        Assert.Equal("Vehicles", similar[0].Title);
    }

    [Theory]
    [InlineData(RegisterStatus.Expiring)]
    [InlineData(RegisterStatus.Discontinued)]
    public void An_entry_that_is_no_longer_current_does_not_count(RegisterStatus status) =>
        Assert.Empty(To(AnApplication.WithoutFault, Listed with { Status = status }));

    [Fact]
    public void An_empty_draft_is_like_nothing() =>
        Assert.Empty(To(new(Providers.Mito, new(ApplicationType.ListingApproval), []), Listed));

    private static IReadOnlyList<SimilarListing> To(AnApplication application, params RegisterEntry[] entries)
    {
        var listings = new SimilarListings();
        foreach (var entry in entries)
            listings.Add(entry);
        return listings.To(application.Draft());
    }
}
