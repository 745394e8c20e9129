using System.IO.Compression;
using System.Text;

namespace MicroCred.Portal.Tests;

public sealed class AssetsAreServed
{
    public static TheoryData<string, string> All => new() { { "portal.css", "text/css" }, { "icon.svg", "image/svg+xml" } };

    [Theory, MemberData(nameof(All))]
    public void By_a_name_with_a_fingerprint_of_their_bytes(string name, string contentType)
    {
        var path = Assets.PathOf(name);
        var asset = Assets.Find(path[Assets.Folder.Length..])!;

        Assert.Matches($@"^/assets/{Path.GetFileNameWithoutExtension(name)}\.[0-9a-f]{{16}}\{Path.GetExtension(name)}$", path);
        Assert.Equal(path, Assets.Folder + asset.FileName);
        Assert.Equal(contentType, asset.ContentType);
        Assert.NotEqual(0, asset.In(null).Content.Length);
    }

    [Theory]
    [InlineData("portal.css")]
    [InlineData("portal.0123456789abcdef.css")]
    [InlineData("portal.01234567.css")]
    public void A_page_of_another_build_gets_the_file_of_today(string fileName)
    {
        var asset = Assets.Find(fileName)!;

        Assert.Equal(Assets.PathOf("portal.css"), Assets.Folder + asset.FileName);
        Assert.NotEqual(fileName, asset.FileName);
    }

    [Theory]
    [InlineData("")]
    [InlineData("missing.css")]
    [InlineData("missing.0123456789abcdef.css")]
    [InlineData("portal.min.css")]
    [InlineData("../Pages.cs")]
    public void But_nothing_else_is_there(string fileName) => Assert.Null(Assets.Find(fileName));

    [Theory, MemberData(nameof(All))]
    public void In_each_coding_they_are_the_same_and_have_a_tag_of_their_own(string name, string contentType)
    {
        var asset = Assets.Find(name)!;
        var plain = Text(new MemoryStream(asset.In(null).Content.ToArray()));

        Assert.Equal(contentType, asset.ContentType);
        Assert.Equal(plain, Text(new BrotliStream(Of(asset.In("br")), CompressionMode.Decompress)));
        Assert.Equal(plain, Text(new GZipStream(Of(asset.In("gzip")), CompressionMode.Decompress)));
        Assert.Equal(("br", "gzip", null), (asset.In("br").Coding, asset.In("gzip").Coding, asset.In("deflate").Coding));
        Assert.Distinct([asset.In(null).ETag, asset.In("br").ETag, asset.In("gzip").ETag]);
        Assert.Same(asset.In("br"), asset.In("br"));
    }

    [Fact]
    public void The_style_sheet_fetches_nothing()
    {
        var css = Encoding.UTF8.GetString(Assets.Find("portal.css")!.In(null).Content.Span);
        Assert.DoesNotContain("url(", css, StringComparison.Ordinal);
        Assert.DoesNotContain("@font-face", css, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", css, StringComparison.Ordinal);
    }

    private static MemoryStream Of(AssetForm form) => new(form.Content.ToArray());

    private static string Text(Stream stream)
    {
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
