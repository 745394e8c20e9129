namespace MicroCred.Approval.Tests;

public sealed class RegisterContextTests
{
    private static readonly RegisterEntry Listed = RegisterEntry.From(AnApplication.WithoutFault.Published(), 12, null);

    [Theory]
    [InlineData("Workshop foundations")]
    [InlineData("WORKSHOP — Foundations!")]
    public void The_same_provider_title_level_and_credits_are_the_same_listing(string title) =>
        Assert.Equal(12, Context(AnApplication.WithoutFault.With(content => content with { Title = title }), Listed).SameListing);

    [Fact]
    public void Another_provider_title_level_or_size_is_another_listing()
    {
        AnApplication[] others =
        [
            AnApplication.WithoutFault.By(Providers.Stratcom),
            AnApplication.WithoutFault.With(content => content with { Title = "Workshop foundations 2" }),
            AnApplication.WithoutFault.With(content => content with { Level = 4 }),
            AnApplication.WithoutFault.With(content => content with { Credits = 21 }),
        ];
        Assert.All(others, other => Assert.Null(Context(other, Listed).SameListing));
    }

    [Fact]
    public void An_entry_that_is_no_longer_current_does_not_count()
    {
        var context = Context(AnApplication.WithoutFault, Listed with { Status = RegisterStatus.Expiring });
        Assert.Null(context.SameListing);
        Assert.Empty(context.Similar);
    }

    [Fact]
    public void Close_titles_or_close_outcomes_are_similar_the_closest_first()
    {
        var context = Context(
            AnApplication.WithoutFault,
            Listed with { Number = 1, Title = "Workshop foundation", Outcomes = ["Bake bread."] },
            Listed with { Number = 2, Title = "Sourdough", Outcomes = ["Bake bread."] },
            Listed with { Number = 3, Title = "Vehicles" });
        Assert.Equal([3, 1], context.Similar.Select(similar => similar.Number));
    }

    [Fact]
    public void An_empty_draft_is_like_nothing()
    {
        var context = Context(new(Providers.Mito, new(ApplicationType.ListingApproval), []), Listed);
        Assert.Equal((null, 0), (context.SameListing, context.Similar.Count));
    }

    private static RegisterContext Context(AnApplication application, params RegisterEntry[] entries) =>
        RegisterContext.From(application.Draft(), entries);
}
