using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace MicroCred.Portal.Tests;

/// <summary>What holds for every page, so that it can be read by whoever comes, with whatever they read with.</summary>
public sealed partial class PagesAreWellMade
{
    public static TheoryData<string> Pages => Samples.Names;

    [Theory, MemberData(nameof(Pages))]
    public async Task Its_HTML_is_well_formed_and_says_its_language_and_title(string page)
    {
        var html = await Parsed(page);
        Assert.Equal("en-NZ", html.Attribute("lang")?.Value);
        Assert.EndsWith(" – Micro-credential register", html.Descendants("title").Single().Value, StringComparison.Ordinal);
        Assert.StartsWith("<!DOCTYPE html>", await Samples.Render(page), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Pages))]
    public async Task It_has_one_heading_of_the_first_level_and_skips_no_level(string page)
    {
        int[] levels = [.. (await Parsed(page)).Descendants().Select(element => element.Name.LocalName).Where(name => name is "h1" or "h2" or "h3").Select(name => name[1] - '0')];
        Assert.Equal(1, levels[0]);
        Assert.Single(levels, 1);
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1));
    }

    [Theory, MemberData(nameof(Pages))]
    public async Task It_has_its_landmarks_and_a_link_past_them(string page)
    {
        var body = (await Parsed(page)).Element("body")!;
        Assert.Equal(["a", "header", "main", "footer"], body.Elements().Select(element => element.Name.LocalName));
        Assert.Equal("#main", body.Element("a")!.Attribute("href")!.Value);
        Assert.Equal("main", body.Element("main")!.Attribute("id")!.Value);
        var navigation = body.Descendants("nav").Select(nav => nav.Attribute("aria-label")?.Value).ToList();
        Assert.All(navigation, Assert.NotNull);
        Assert.Distinct(navigation);
    }

    [Theory, MemberData(nameof(Pages))]
    public async Task Every_field_has_a_label_and_every_id_is_there_once(string page)
    {
        var html = await Parsed(page);
        var labels = html.Descendants("label").Select(label => label.Attribute("for")!.Value).ToList();
        foreach (var field in html.Descendants().Where(element => element.Name.LocalName is "input" or "select" or "textarea"))
            Assert.Contains(field.Attribute("id")!.Value, labels);
        Assert.Distinct(html.Descendants().Attributes("id").Select(id => id.Value));
        var ids = html.Descendants().Attributes("id").Select(id => id.Value).ToList();
        foreach (var reference in html.Descendants().SelectMany(element => element.Attributes()).Where(attribute => attribute.Name.LocalName is "aria-labelledby" or "aria-describedby"))
            Assert.Contains(reference.Value, ids);
    }

    [Theory, MemberData(nameof(Pages))]
    public async Task Every_table_has_a_caption_and_headers_for_its_columns_and_rows(string page)
    {
        foreach (var table in (await Parsed(page)).Descendants("table"))
        {
            Assert.NotEmpty(table.Element("caption")!.Value);
            Assert.All(table.Descendants("th"), header => Assert.Contains(header.Attribute("scope")?.Value, (string[])["col", "row"]));
            Assert.All(table.Element("tbody")!.Elements("tr"), row => Assert.Single(row.Elements("th")));
            var columns = table.Element("thead")!.Descendants("th").Select(header => header.Value).Skip(1);
            Assert.All(table.Element("tbody")!.Elements("tr"), row => Assert.Equal(columns, row.Elements("td").Select(cell => cell.Attribute("data-label")!.Value)));
        }
    }

    [Theory, MemberData(nameof(Pages))]
    public async Task Every_link_says_where_it_leads(string page)
    {
        Assert.All((await Parsed(page)).Descendants("a"), link =>
        {
            Assert.NotEmpty(link.Value.Trim());
            Assert.NotEmpty(link.Attribute("href")!.Value);
        });
    }

    [Theory, MemberData(nameof(Pages))]
    public async Task Nothing_in_it_needs_a_script_or_a_style_of_its_own(string page)
    {
        var html = await Parsed(page);
        Assert.Empty(html.Descendants("script"));
        Assert.Empty(html.Descendants("style"));
        Assert.DoesNotContain(html.Descendants().Attributes(), attribute => attribute.Name.LocalName == "style" || attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Pages))]
    public async Task What_it_is_made_of_is_there(string page)
    {
        foreach (var link in (await Parsed(page)).Descendants("link").Where(link => link.Attribute("rel")!.Value is "stylesheet" or "icon"))
            Assert.NotNull(Assets.Get(link.Attribute("href")!.Value[Assets.Folder.Length..]));
    }

    [Theory]
    [InlineData("register, hostile")]
    [InlineData("entry, hostile")]
    [InlineData("problem, hostile")]
    public async Task What_people_wrote_is_shown_as_they_wrote_it(string page)
    {
        var html = await Parsed(page);
        Assert.Contains(Samples.Hostile, html.Element("body")!.Value, StringComparison.Ordinal);
        Assert.Empty(html.Descendants("b"));
    }

    [Theory]
    [InlineData("register, right to left", 5)]
    [InlineData("entry, right to left", 10)]
    public async Task What_people_wrote_has_a_direction_of_its_own(string page, int times)
    {
        var body = (await Parsed(page)).Element("body")!;
        var texts = body.DescendantNodes().OfType<XText>().Where(text => text.Value.Contains(Samples.Hebrew, StringComparison.Ordinal)).ToList();
        var values = body.Descendants().Attributes().Where(attribute => attribute.Value.Contains(Samples.Hebrew, StringComparison.Ordinal)).ToList();

        Assert.Equal(times, texts.Count + values.Count);
        Assert.All(texts, text => Assert.Matches($"^{Samples.Hebrew} [0-9]$", text.Value));
        Assert.All(texts, text => Assert.Contains(text.Ancestors(), HasItsOwnDirection));
        Assert.All(values, value => Assert.True(HasItsOwnDirection(value.Parent!), $"{value} in {value.Parent}"));
    }

    [Fact]
    public async Task What_people_wrote_has_a_direction_of_its_own_in_the_pages_title_too() =>
        Assert.Equal(
            $"\u2068{Samples.RightToLeft.Title}\u2069 – Micro-credential register", (await Parsed("entry, right to left")).Descendants("title").Single().Value);

    private static bool HasItsOwnDirection(XElement element) => element.Name.LocalName == "bdi" || element.Attribute("dir")?.Value == "auto";

    /// <summary>
    /// As XML, which HTML is once its void elements are closed and its attributes have values: stricter than any browser.
    /// </summary>
    private static async Task<XElement> Parsed(string page)
    {
        var html = (await Samples.Render(page)).Replace("<!DOCTYPE html>", "", StringComparison.Ordinal);
        return XElement.Parse(BareAttributes().Replace(VoidElements().Replace(html, "<$1$2/>"), " $1=\"\""), LoadOptions.PreserveWhitespace);
    }

    [GeneratedRegex("""(?<=<option[^>]*) (selected|value)(?=[ >])""")]
    private static partial Regex BareAttributes();

    [GeneratedRegex("""<(meta|link|input|br)((?:\s[^>]*?)?)\s*/?>""")]
    private static partial Regex VoidElements();
}
