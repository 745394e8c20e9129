namespace MicroCred.Approval.Tests;

public sealed class SimilarListingsTests
{
    private static readonly RegisterEntry Listed = AnEntry.Of(AnApplication.WithoutFault) with { Outcomes = ["Bake bread."] };

    [Fact]
    public void Close_titles_or_close_outcomes_are_similar_the_closest_first()
    {
        var similar = To(
            AnApplication.WithoutFault,
            Listed with
            {
                Number = 1,
                Title = "Workshop foundation",
            },
            Listed with
            {
                Number = 2,
                Title = "Sourdough",
            },
            Listed with
            {
                Number = 3,
                Title = "Vehicles",
                Outcomes = AnApplication.WithoutFault.Content.MicroCredential!.Outcomes!,
            }
        );
        Assert.Equal([3, 1], similar.Select(listing => listing.Number));
        Assert.Equal("Vehicles", similar[0].Title);
    }

    [Theory]
    [InlineData(RegisterStatus.Expiring)]
    [InlineData(RegisterStatus.Discontinued)]
    [InlineData(RegisterStatus.ListedByMistake)]
    public void An_entry_that_is_no_longer_current_does_not_count(RegisterStatus status) =>
        Assert.Empty(To(AnApplication.WithoutFault, Listed with { Status = status }));

    [Fact]
    public void An_empty_draft_is_like_nothing() => Assert.Empty(To(new(Providers.Mito, new(ApplicationType.ListingApproval), []), Listed));

    [Theory]
    [InlineData("Workshop foundations 2", false)]
    [InlineData("Workshop foundation", true)]
    public void Of_the_same_provider_only_what_is_no_set_of_theirs_counts(string title, bool counts) =>
        Assert.Equal(
            counts ? [7] : [],
            To(AnApplication.WithoutFault, Listed with { Number = 7, Title = title }).Select(listing => listing.Number)
        );

    [Fact]
    public void Of_another_provider_a_set_counts() =>
        Assert.Single(To(AnApplication.WithoutFault.By(Providers.Stratcom), Listed with { Title = "Workshop foundations 2" }));

    [Fact]
    public void An_entry_that_comes_again_takes_the_place_of_what_it_was()
    {
        Assert.Empty(To(AnApplication.WithoutFault, Listed, Listed with { Status = RegisterStatus.ListedByMistake }));
        Assert.Empty(To(AnApplication.WithoutFault, Listed, Listed with { Title = "Sourdough" }));
        Assert.Single(To(AnApplication.WithoutFault, Listed with { Title = "Sourdough" }, Listed));
    }

    private static IReadOnlyList<SimilarListing> To(AnApplication application, params RegisterEntry[] entries)
    {
        var listings = new SimilarListings();
        foreach (var entry in entries)
        {
            listings.Add(entry);
        }

        return listings.To(application.Draft());
    }
}
