using System.IO.Compression;
using System.Text;
using AngleSharp.Html.Parser;

namespace MicroCred.Portal.Tests;

/// <summary>What a first view of a page fetches, compressed: the page and all that it links to be shown.</summary>
public sealed class FirstViewsAreSmall
{
    private const int Most = 70_000;

    public static TheoryData<string> Pages => Samples.Names;

    [Theory, MemberData(nameof(Pages))]
    public async Task It_is_70_KB_at_most(string page)
    {
        var html = await Samples.RenderAsync(page);
        var parts = new HtmlParser()
            .ParseDocument(html)
            .QuerySelectorAll("link[rel=stylesheet], link[rel=icon], script, img")
            .Select(element => element.GetAttribute("href") ?? element.GetAttribute("src"))
            .Select(path => Assets.Find(path![Assets.Folder.Length..])!.In("gzip").Content.Length);

        Assert.InRange(Compressed(html) + parts.Sum(), 1, Most);
    }

    private static int Compressed(string html)
    {
        using MemoryStream target = new();
        using (GZipStream gzip = new(target, CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes(html));
        }

        return target.ToArray().Length;
    }
}
