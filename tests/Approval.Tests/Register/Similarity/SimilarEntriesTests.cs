namespace MicroCred.Approval.Tests;

public sealed class SimilarEntriesTests
{
    private static readonly RegisterEntry Listed = AnEntry.Of(AnApplication.WithoutFault) with { Outcomes = ["Bake bread."] };

    [Fact]
    public void Close_titles_or_close_outcomes_are_close_the_closest_first()
    {
        var close = CloseTo(
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
        Assert.Equal([1, 3], close.Select(listing => listing.Number).Order());
        Assert.Equal("Vehicles", close.Single(listing => listing.Number == 3).Title);
    }

    [Theory]
    [InlineData(RegisterStatus.Expiring)]
    [InlineData(RegisterStatus.Discontinued)]
    [InlineData(RegisterStatus.ListedByMistake)]
    public void An_entry_that_is_no_longer_current_is_not_close(RegisterStatus status) =>
        Assert.Empty(CloseTo(AnApplication.WithoutFault, Listed with { Status = status }));

    [Fact]
    public void All_but_what_was_listed_by_mistake_are_similar()
    {
        var search = Of([
            Listed with
            {
                Status = RegisterStatus.Discontinued,
            },
            Listed with
            {
                Number = 2,
                Status = RegisterStatus.ListedByMistake,
            },
        ]);
        Assert.Equal([1], search.SimilarTo(Description.Of(Listed)).Select(similar => similar.Entry.Number));
    }

    [Fact]
    public void An_empty_draft_is_like_nothing()
    {
        var draft = new AnApplication(Providers.Mito, new(ApplicationType.ListingApproval), []);
        Assert.Empty(CloseTo(draft, Listed));
        Assert.Empty(Of([Listed]).SimilarTo(Description.Of(draft.Draft())));
    }

    [Theory]
    [InlineData("Workshop foundations 2", false)]
    [InlineData("Workshop foundation", true)]
    public void Of_the_same_provider_only_what_is_no_set_of_theirs_is_close(string title, bool counts) =>
        Assert.Equal(
            counts ? [7] : [],
            CloseTo(AnApplication.WithoutFault, Listed with { Number = 7, Title = title }).Select(listing => listing.Number)
        );

    [Fact]
    public void Of_another_provider_a_set_counts() =>
        Assert.Single(CloseTo(AnApplication.WithoutFault.By(Providers.Stratcom), Listed with { Title = "Workshop foundations 2" }));

    [Fact]
    public void An_entry_that_comes_again_takes_the_place_of_what_it_was()
    {
        Assert.Empty(CloseTo(AnApplication.WithoutFault, Listed, Listed with { Status = RegisterStatus.ListedByMistake }));
        Assert.Empty(CloseTo(AnApplication.WithoutFault, Listed, Listed with { Title = "Sourdough" }));
        Assert.Single(CloseTo(AnApplication.WithoutFault, Listed with { Title = "Sourdough" }, Listed));
    }

    private static IReadOnlyList<SimilarListing> CloseTo(AnApplication application, params RegisterEntry[] entries) =>
        Of(entries).CloseTo(application.Draft());

    private static RegisterSearch Of(IEnumerable<RegisterEntry> entries)
    {
        RegisterSearch search = new();
        foreach (var entry in entries)
        {
            search.Add(entry);
        }

        return search;
    }
}
