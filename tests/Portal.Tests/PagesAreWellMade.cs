using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace MicroCred.Portal.Tests;

/// <summary>What holds for every page, so that it can be read by whoever comes, with whatever they read with.</summary>
public sealed class PagesAreWellMade
{
    public static TheoryData<string> Pages => Samples.Names;

    [Theory, MemberData(nameof(Pages))]
    public async Task Its_HTML_is_well_formed_and_says_its_language_and_title(string page)
    {
        var html = await ParsedAsync(page);
        Assert.Equal("en-NZ", html.DocumentElement.GetAttribute("lang"));
        Assert.EndsWith(" – Micro-credential register", html.Title, StringComparison.Ordinal);
        Assert.Equal("html", html.Doctype.Name);
    }

    [Theory, MemberData(nameof(Pages))]
    public async Task It_has_one_heading_of_the_first_level_and_skips_no_level(string page)
    {
        // What was just done, or is wrong, is told before the page begins.
        int[] levels =
        [
            .. (await ParsedAsync(page))
                .QuerySelectorAll("h1, h2, h3, h4, h5, h6")
                .Where(heading => heading.Closest(".govuk-notification-banner, .govuk-error-summary") is null)
                .Select(heading => heading.LocalName[1] - '0'),
        ];
        Assert.Equal(1, levels[0]);
        Assert.Single(levels, 1);
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1));
    }

    [Theory, MemberData(nameof(Pages))]
    public async Task It_has_its_landmarks_and_a_link_past_them(string page)
    {
        var body = (await ParsedAsync(page)).Body!;
        Assert.Equal(["a", "header", "main", "footer"], body.Children.Select(element => element.LocalName));
        Assert.Equal("#main", body.Children[0].GetAttribute("href"));
        Assert.Equal("main", body.Children[2].Id);
        var navigation = body.QuerySelectorAll("nav").Select(nav => nav.GetAttribute("aria-label")).ToList();
        Assert.All(navigation, Assert.NotNull);
        Assert.Distinct(navigation);
    }

    [Theory, MemberData(nameof(Pages))]
    public async Task Every_field_has_a_label_and_every_id_is_there_once(string page)
    {
        var html = await ParsedAsync(page);
        Assert.All(html.QuerySelectorAll("input:not([type=hidden]), select, textarea"), field =>
            Assert.NotNull(html.QuerySelector($"label[for='{field.Id}']"))
        );
        var ids = html.QuerySelectorAll("[id]").Select(element => element.Id).ToList();
        Assert.Distinct(ids);
        foreach (var attribute in (string[])["aria-labelledby", "aria-describedby"])
        {
            Assert.All(html.QuerySelectorAll($"[{attribute}]").SelectMany(element => element.GetAttribute(attribute)!.Split(' ')), id =>
                Assert.Contains(id, ids)
            );
        }
    }

    [Theory, MemberData(nameof(Pages))]
    public async Task Every_table_has_a_caption_and_headers_for_its_columns_and_rows(string page)
    {
        foreach (var table in (await ParsedAsync(page)).QuerySelectorAll<IHtmlTableElement>("table"))
        {
            Assert.NotEmpty(table.Caption!.TextContent);
            Assert.All(table.QuerySelectorAll("th"), header => Assert.Contains(header.GetAttribute("scope"), (string[])["col", "row"]));
            Assert.All(table.QuerySelectorAll("tbody tr"), row => Assert.Single(row.QuerySelectorAll("th")));
            var columns = table.QuerySelectorAll("thead th").Select(header => header.TextContent).Skip(1);
            Assert.All(table.QuerySelectorAll("tbody tr"), row =>
                Assert.Equal(columns, row.QuerySelectorAll("td").Select(cell => cell.GetAttribute("data-label")))
            );
        }
    }

    [Theory, MemberData(nameof(Pages))]
    public async Task Every_link_says_where_it_leads(string page)
    {
        Assert.All((await ParsedAsync(page)).QuerySelectorAll("a"), link =>
        {
            Assert.NotEmpty(link.TextContent.Trim());
            Assert.NotEmpty(link.GetAttribute("href")!);
        });
    }

    [Theory, MemberData(nameof(Pages))]
    public async Task Nothing_in_it_has_a_script_or_a_style_of_its_own(string page)
    {
        var html = await ParsedAsync(page);
        Assert.Empty(html.QuerySelectorAll($"script:not([src^='{Assets.Folder}']), style, [style]"));
        Assert.DoesNotContain(html.All.SelectMany(element => element.Attributes), attribute =>
            attribute.LocalName.StartsWith("on", StringComparison.Ordinal)
        );
    }

    [Theory, MemberData(nameof(Pages))]
    public async Task What_it_is_made_of_is_there(string page)
    {
        Assert.All((await ParsedAsync(page)).QuerySelectorAll("link[rel=stylesheet], link[rel=icon]"), link =>
            Assert.Equal(
                link.GetAttribute("href"),
                Assets.Folder + Assets.Find(link.GetAttribute("href")![Assets.Folder.Length..])!.FileName
            )
        );
    }

    [Theory]
    [InlineData("register, hostile")]
    [InlineData("entry, hostile")]
    [InlineData("problem, hostile")]
    public async Task What_people_wrote_is_shown_as_they_wrote_it(string page)
    {
        var html = await ParsedAsync(page);
        Assert.Contains(Samples.Hostile, html.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(html.QuerySelectorAll("b"));
    }

    [Theory]
    [InlineData("register, right to left", 5)]
    [InlineData("entry, right to left", 24)]
    public async Task What_people_wrote_has_a_direction_of_its_own(string page, int times)
    {
        var body = (await ParsedAsync(page)).Body!;
        var texts = body.Descendants<IText>().Where(text => text.Data.Contains(Samples.Hebrew, StringComparison.Ordinal)).ToList();
        var fields = body.QuerySelectorAll("*")
            .Where(element => element.Attributes.Any(attribute => attribute.Value.Contains(Samples.Hebrew, StringComparison.Ordinal)))
            .ToList();

        Assert.Equal(times, texts.Count + fields.Count);
        Assert.All(texts, text => Assert.Matches($"^{Samples.Hebrew} [0-9]+$", text.Data));
        Assert.All(texts, text => Assert.Contains(text.GetAncestors().OfType<IElement>(), HasItsOwnDirection));
        Assert.All(fields, field => Assert.True(HasItsOwnDirection(field), field.OuterHtml));
    }

    [Fact]
    public async Task What_people_wrote_has_a_direction_of_its_own_in_the_pages_title_too() =>
        Assert.Equal(
            $"\u2068{Samples.RightToLeft.Title}\u2069 – Micro-credential register",
            (await ParsedAsync("entry, right to left")).Title
        );

    private static bool HasItsOwnDirection(IElement element) => element.LocalName == "bdi" || element.GetAttribute("dir") == "auto";

    /// <summary>As browsers read it, save that whatever they put right by themselves is a fault.</summary>
    private static async Task<IHtmlDocument> ParsedAsync(string page) =>
        new HtmlParser(new HtmlParserOptions { IsStrictMode = true }).ParseDocument(await Samples.RenderAsync(page));
}
