namespace MicroCred.Portal.Tests;

public sealed class AssetsAreServed
{
    [Theory]
    [InlineData("portal.css", "text/css")]
    [InlineData("icon.svg", "image/svg+xml")]
    public void With_their_type_and_a_tag_of_their_bytes(string name, string contentType)
    {
        var asset = Assets.Get(name)!;
        Assert.Equal(contentType, asset.ContentType);
        Assert.Matches("^\"[0-9a-f]{16}\"$", asset.ETag);
        Assert.NotEqual(0, asset.Content.Length);
    }

    [Theory]
    [InlineData("")]
    [InlineData("missing.css")]
    [InlineData("../Pages.cs")]
    public void But_nothing_else_is_there(string name) => Assert.Null(Assets.Get(name));
}
