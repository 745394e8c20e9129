using System.Net;
using System.Text.RegularExpressions;
using MicroCred.EndToEnd.Tests.Applications;
using MicroCred.EndToEnd.Tests.Http;
using MicroCred.EndToEnd.Tests.Running;

namespace MicroCred.EndToEnd.Tests.Register;

[Collection(nameof(Alone))]
public sealed class RegisterPagesTests(RunningInstance instance) : EndToEndTest(instance)
{
    private static readonly Header Browser = Header.Accept("text/html,application/xhtml+xml;q=0.9,*/*;q=0.8");

    [Fact]
    public async Task Anybody_reads_an_entry_as_a_page()
    {
        var published = (await (await Instance.PublishedAsync()).ReadAsync()).Json;

        var page = (await Anyone.GetAsync($"register/{published["registerNumber"]}", Browser)).Is(HttpStatusCode.OK);

        Assert.Equal("text/html", page.MediaType);
        Assert.Contains((string)published["microCredential"]!["title"]!, page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    [InlineData("identity")]
    public async Task An_entry_s_page_is_sent_in_the_coding_that_is_asked_for_each_with_a_tag_of_its_own(string coding)
    {
        var number = (int)(await (await Instance.PublishedAsync()).ReadAsync()).Json["registerNumber"]!;
        var plain = (await Anyone.GetAsync($"register/{number}", Browser)).Is(HttpStatusCode.OK);
        Header asked = new("Accept-Encoding", coding);

        var page = (await Anyone.GetAsync($"register/{number}", Browser, asked)).Is(HttpStatusCode.OK);

        Assert.Equal(coding == "identity" ? null : coding, page.Header("Content-Encoding"));
        Assert.Equal(plain.Text, await page.DecodedAsync());
        Assert.Equal(coding == "identity", page.ETag == plain.ETag);
        Assert.DoesNotContain("W/", page.ETag, StringComparison.Ordinal);
        Assert.Equal("Accept, Accept-Encoding", page.Header("Vary"));
        var again = (await Anyone.GetAsync($"register/{number}", Browser, asked, Header.IfNoneMatch(page.ETag))).Is(
            HttpStatusCode.NotModified
        );
        Assert.Empty(again.Bytes);
        Assert.Equal((page.ETag, page.Header("Vary")), (again.ETag, again.Header("Vary")));
    }

    [Fact]
    public async Task HEAD_of_a_public_page_has_the_headers_of_GET_and_no_body()
    {
        var number = (int)(await (await Instance.PublishedAsync()).ReadAsync()).Json["registerNumber"]!;
        foreach (
            var path in (string[])
                ["", "about", "register", $"register/{number}", "register/999999", "statistics", "status", "assets/portal.css"]
        )
        {
            var page = await Anyone.GetAsync(path, Browser);
            var head = (await Anyone.SendAsync(HttpMethod.Head, path, content: null, Browser)).Is(page.Status);

            Assert.Empty(head.Bytes);
            Assert.All((string[])["Content-Type", "Content-Length", "Content-Security-Policy", "ETag", "Cache-Control", "Vary"], header =>
                Assert.Equal((path, page.Header(header)), (path, head.Header(header)))
            );
        }
    }

    [Fact]
    public async Task Anybody_finds_an_entry_on_the_registers_page()
    {
        var published = (await (await Instance.PublishedAsync()).ReadAsync()).Json;
        var title = (string)published["microCredential"]!["title"]!;

        var page = (await Anyone.GetAsync($"register?q={Uri.EscapeDataString(title)}", Browser)).Is(HttpStatusCode.OK);

        Assert.Equal("text/html", page.MediaType);
        Assert.Contains($"/register/{published["registerNumber"]}\"", page.Text, StringComparison.Ordinal);
    }

    public static TheoryData<string, string> Refused { get; } =
        new()
        {
            { "q=one+two+three+four+five+six+seven+eight+nine+ten+eleven", "Give 10 at most." },
            { $"q={new string('a', 201)}", "Give 200 at most." },
            { "level=x", "give a whole number from 1 to 10" },
        };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task A_search_that_cannot_be_made_says_so_as_a_page_and_as_a_problem(string query, string told)
    {
        var page = (await Anyone.GetAsync($"register?{query}", Browser)).Is(HttpStatusCode.BadRequest);
        var problem = (await Anyone.GetAsync($"api/register?{query}")).IsProblem(HttpStatusCode.BadRequest);

        Assert.Equal("text/html", page.MediaType);
        Assert.Contains(told, page.Text, StringComparison.Ordinal);
        Assert.Contains(told, (string?)problem.Json["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_there_is_not_says_so_as_a_page()
    {
        var page = (await Anyone.GetAsync("no/such/page", Browser)).Is(HttpStatusCode.NotFound);

        Assert.Equal("text/html", page.MediaType);
    }

    [Fact]
    public async Task The_statistics_are_a_page_of_tables_as_of_a_day()
    {
        await Instance.PublishedAsync();

        var page = (await Anyone.GetAsync("statistics?asAt=2010-01-31", Browser)).Is(HttpStatusCode.OK);

        Assert.Equal("text/html", page.MediaType);
        Assert.Contains("31 January 2010", page.Text, StringComparison.Ordinal);
        Assert.Contains("the register had 0 micro-credentials", page.Text, StringComparison.Ordinal);
        Assert.Equal("text/html", (await Anyone.GetAsync("statistics?asAt=2010-02-31", Browser)).Is(HttpStatusCode.BadRequest).MediaType);
    }

    [Fact]
    public async Task Whether_the_service_is_up_is_a_page() =>
        Assert.Contains(
            "The service is up.",
            (await Anyone.GetAsync("status", Browser)).Is(HttpStatusCode.OK).Text,
            StringComparison.Ordinal
        );

    [Fact]
    public async Task A_style_sheet_is_kept_for_good_by_its_name_of_today_and_for_an_hour_by_another()
    {
        var home = (await Anyone.GetAsync("", Browser)).Is(HttpStatusCode.OK).Text;
        var today = Regex.Match(home, @"assets/portal\.[0-9a-f]{16}\.css").Value;

        var sheet = (await Anyone.GetAsync(today, new Header("Accept-Encoding", "br"))).Is(HttpStatusCode.OK);
        var older = (await Anyone.GetAsync("assets/portal.0123456789abcdef.css")).Is(HttpStatusCode.OK);

        Assert.Equal("public, max-age=31536000, immutable", sheet.Header("Cache-Control"));
        Assert.Equal("br", sheet.Header("Content-Encoding"));
        Assert.Equal("public, max-age=3600", older.Header("Cache-Control"));
        Assert.Equal("text/css", older.MediaType);
    }
}
