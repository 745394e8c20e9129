namespace MicroCred.Approval.Tests;

public sealed class ListingIdentityTests
{
    [Theory]
    [InlineData("Startup ignition")]
    [InlineData("STARTUP — Ignition!")]
    [InlineData("  startup   ignition ")]
    public void A_title_is_the_same_however_it_is_written(string title) =>
        Assert.Equal("9001|startup ignition|2|20", ListingIdentity.Of(Providers.Mito.Number, title, 2, 20));

    [Theory]
    [InlineData("Pūkenga")]
    [InlineData("PŪKENGA")]
    [InlineData("Pukenga")]
    [InlineData("Pu\u0304kenga")]
    public void A_macron_makes_no_difference(string title) =>
        Assert.Equal("9001|pukenga|2|20", ListingIdentity.Of(Providers.Mito.Number, title, 2, 20));

    [Theory]
    [InlineData("Programming in C", "Programming in C++")]
    [InlineData("Programming in C", "Programming in C#")]
    [InlineData("Programming in C++", "Programming in C#")]
    [InlineData("Cards ♠", "Cards ♥")]
    [InlineData("👩🏽‍🚒", "👩🏽‍🍳")]
    [InlineData("🧵", "🪡")]
    public void Symbols_and_emoji_tell_titles_apart(string one, string other) =>
        Assert.NotEqual(ListingIdentity.Of(Providers.Mito.Number, one, 2, 20), ListingIdentity.Of(Providers.Mito.Number, other, 2, 20));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("— … !")]
    [InlineData("\u200B")]
    public void A_title_in_which_nothing_can_be_read_is_the_same_as_nothing(string? title) =>
        Assert.Null(ListingIdentity.Of(Providers.Mito.Number, title, 2, 20));

    [Fact]
    public void Another_provider_title_level_or_size_is_another_listing() =>
        Assert.Equal(
            5,
            new HashSet<string?>
            {
                ListingIdentity.Of(Providers.Mito.Number, "Wool", 2, 20),
                ListingIdentity.Of(Providers.Stratcom.Number, "Wool", 2, 20),
                ListingIdentity.Of(Providers.Mito.Number, "Wool 2", 2, 20),
                ListingIdentity.Of(Providers.Mito.Number, "Wool", 3, 20),
                ListingIdentity.Of(Providers.Mito.Number, "Wool", 2, 21),
            }.Count
        );
}
