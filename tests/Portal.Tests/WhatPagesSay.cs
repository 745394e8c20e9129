using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using MicroCred.Approval;

namespace MicroCred.Portal.Tests;

public sealed class WhatPagesSay
{
    [Fact]
    public async Task An_entry_shows_all_its_facts()
    {
        var html = WebUtility.HtmlDecode(await Samples.RenderAsync("entry"));
        foreach (
            var fact in (string[])
                [
                    "StartUp Ignition",
                    "Expiring",
                    "Level 2, 20 credits",
                    "They work on real vehicles.",
                    "Carry out basic servicing under supervision",
                    "5056",
                    "Engineering and Related Technologies",
                    "NZSCED 030501",
                    "MITO (Te Pūkenga WBL)",
                    "9001",
                    "ITOs and Te Pūkenga (WBL)",
                    "A pathway to a full qualification",
                    "Online, at work",
                    "Approved for TEC funding (DQ1-2); 0.1667 EFTS",
                    "26 November 2021",
                    "26 November 2022",
                    "30 June 2024",
                    "30 June 2026",
                    "ce-0d9f5b0e-6f43-4f0e-9d4f-0a3a4f3c2b11",
                    "30477",
                    "Learners who worked in a workshop may show what they can do.",
                    "A driver licence.",
                    "A tradesperson with two years of work.",
                    "English (New Zealand), te reo Māori, fr",
                    "Ōtautahi",
                    "Learners at school.",
                    "Motor Trade Association",
                    "Lends the tools.",
                    "Ministry of Transport",
                    "Academic Board",
                    "2 November 2021",
                    "AB 21/12",
                ]
        )
        {
            Assert.Contains(fact, html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_entry_that_lacks_facts_says_so()
    {
        var html = await Samples.RenderAsync("entry, bare");
        foreach (var fact in (string[])["Level 5, 1 credit, by", "Not stated", "Not asked for", "Nobody yet", "Not set", "None"])
        {
            Assert.Contains(fact, html, StringComparison.Ordinal);
        }

        foreach (var fact in (string[])["Standards", "Where it leads", "Partners", "Who may enrol", "Approved at the university"])
        {
            Assert.DoesNotContain(fact, html, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("application", true)]
    [InlineData("application, published and referred", false)]
    public async Task Withdrawal_is_offered_while_it_is_possible(string page, bool isOffered) =>
        Assert.Equal(isOffered, (await Samples.RenderAsync(page)).Contains("Withdraw this application", StringComparison.Ordinal));

    [Fact]
    public async Task An_entry_leads_along_its_pathways_and_back_along_others()
    {
        var html = new HtmlParser().ParseDocument(await Samples.RenderAsync("entry"));

        Assert.Equal(
            [
                ("Follows", "First steps in a workshop", "/register/12"),
                ("Gets credits from", "Work in a team", "/register/5059"),
                ("Reached from", "Try a trade", "/register/5061"),
            ],
            WaysIn(".ways__before")
        );
        Assert.Equal(
            [
                ("Leads to", "New Zealand Apprenticeship", null),
                ("Followed by", "StartUp Accelerate", "/register/5058"),
                ("Replaced by", "StartUp", "/register/5060"),
            ],
            WaysIn(".ways__after")
        );

        IEnumerable<(string, string, string?)> WaysIn(string list) =>
            html.QuerySelectorAll($"{list} li")
                .Select(way =>
                    (way.Children[0].TextContent, way.Children[1].TextContent.Trim(), way.QuerySelector("a")?.GetAttribute("href"))
                );
    }

    [Fact]
    public async Task An_entry_leads_to_itself_as_data()
    {
        var html = WebUtility.HtmlDecode(await Samples.RenderAsync("entry"));
        Assert.Contains(
            """<link rel="alternate" type="application/ld+json" href="/api/register/5056" />""",
            html,
            StringComparison.Ordinal
        );
        Assert.Contains("""<a class="govuk-link" href="/api/register/5056" type="application/json">""", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_register_keeps_what_was_searched_for_and_pages_on_with_it()
    {
        var html = WebUtility.HtmlDecode(await Samples.RenderAsync("register"));
        Assert.Contains("value=\"start \"up\"\"", html, StringComparison.Ordinal);
        Assert.Contains("<option value=\"2\" selected>", html, StringComparison.Ordinal);
        Assert.Contains("<option value=\"WorkBasedLearning\" selected>", html, StringComparison.Ordinal);
        Assert.Contains("<option value=\"0305\" selected>Automotive Engineering and Technology (0305)", html, StringComparison.Ordinal);
        Assert.Contains("1,234 micro-credentials fit.", html, StringComparison.Ordinal);
        Assert.Contains(
            "/register?q=start%20%22up%22&level=2&subject=0305&credits=11-20"
                + "&providerType=WorkBasedLearning&status=Current&useCase=Pathway&funded=true&after=1-5057",
            html,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_register_links_each_entry_by_its_title() =>
        Assert.Contains(
            """<a class="govuk-link" href="/register/5056"><bdi>StartUp Ignition</bdi></a>""",
            await Samples.RenderAsync("register"),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task A_search_without_results_says_what_to_do() =>
        Assert.Contains("Nothing on the register fits.", await Samples.RenderAsync("register, nothing found"), StringComparison.Ordinal);

    [Fact]
    public async Task An_entry_whose_standard_has_a_title_that_cannot_be_seen_says_that_it_is_not_stated()
    {
        var html = await Samples.Pages.RegisterEntryAsync(Samples.Full with { Standards = [new(30477, 1, "\u200B\u2800", 2, 4)] });
        Assert.Contains("<bdi>Not stated</bdi>", html, StringComparison.Ordinal);
    }

    public static TheoryData<string> Editions => [.. RuleEditions.All.Select(edition => edition.Id)];

    [Theory, MemberData(nameof(Editions))]
    public async Task The_start_page_says_how_large_a_micro_credential_is_under_the_edition_in_force(string id)
    {
        var edition = RuleEditions.Find(id)!;
        var html = await Samples.Pages.HomeAsync(edition);
        Assert.Contains($"of {edition.MinimumCredits} to {edition.MaximumCredits} credits.", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_statistics_show_each_number_in_a_table_and_all_but_empty_rows_and_totals_in_its_chart()
    {
        var html = new HtmlParser().ParseDocument(await Samples.RenderAsync("statistics"));
        var (level, credits, months) = (TableOf(html, "Table One"), TableOf(html, "Table Two"), TableOf(html, "Approvals by month"));

        Assert.Equal("120", Cell(level, "ITOs and Te Pūkenga (WBL)", "L3"));
        Assert.Equal("123", Cell(level, "Total", "Total"));
        Assert.Equal("121", Cell(credits, "Engineering and Related Technologies", "11-20"));
        Assert.Equal("2", Cell(credits, "Total", "1-4"));
        Assert.Equal("120", Cell(months, "2023", "Nov"));
        Assert.Equal("0", Cell(months, "2022", "Jan"));
        Assert.Equal("121", Cell(TableOf(html, "What micro-credentials are for"), "A pathway to a full qualification", "Entries"));

        var chart = html.QuerySelector("svg[aria-labelledby=levels-chart]")!;
        Assert.Contains("Table One", chart.QuerySelector("title")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            ["1", "120", "2"],
            chart.QuerySelectorAll(".chart-number").Select(number => number.TextContent).Order(StringComparer.Ordinal)
        );
        Assert.Equal(
            ["ITOs and Te Pūkenga (WBL)"],
            chart.QuerySelectorAll("g > text:first-child:not([class])").Select(name => name.TextContent)
        );
    }

    [Fact]
    public async Task The_statistics_lead_to_themselves_as_data_and_to_another_day()
    {
        var html = new HtmlParser().ParseDocument(await Samples.RenderAsync("statistics"));
        Assert.NotNull(html.QuerySelector("a[href='/api/register/statistics?asAt=2026-11-30']"));
        Assert.NotNull(html.QuerySelector("a[href='/api/register.csv']"));
        Assert.Equal("2026-11-30", html.QuerySelector("form[action='/statistics'] input[name=asAt]")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("status", "The service is up.")]
    [InlineData("status, down", "The service has a fault.")]
    public async Task The_service_says_how_it_is(string page, string told) =>
        Assert.Contains(told, await Samples.RenderAsync(page), StringComparison.Ordinal);

    [Fact]
    public async Task The_start_page_leads_everybody_on()
    {
        var html = await Samples.RenderAsync("home");
        foreach (var link in (string[])["/register", "/statistics", "/start", "/api/register.csv", "/api/openapi.json"])
        {
            Assert.Contains($"href=\"{link}\"", html, StringComparison.Ordinal);
        }

        Assert.Contains("href=\"/start\">Sign in</a>", html, StringComparison.Ordinal);
    }

    private static IHtmlTableElement TableOf(IHtmlDocument html, string caption) =>
        html.QuerySelectorAll<IHtmlTableElement>("table")
            .Single(table => table.Caption!.TextContent.StartsWith(caption, StringComparison.Ordinal));

    private static string Cell(IHtmlTableElement table, string row, string column) =>
        table
            .QuerySelectorAll("tbody tr")
            .Single(line => line.QuerySelector("th")!.TextContent == row)
            .QuerySelector($"td[data-label='{column}']")!
            .TextContent;
}
