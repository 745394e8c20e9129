using System.Net;
using System.Text.Json.Nodes;
using MicroCred.EndToEnd.Tests.Applications;
using MicroCred.EndToEnd.Tests.Http;
using MicroCred.EndToEnd.Tests.Running;

namespace MicroCred.EndToEnd.Tests.Register;

[Collection(nameof(Alone))]
public sealed class RegisterReportsTests(RunningInstance instance) : EndToEndTest(instance)
{
    [Fact]
    public async Task All_entries_come_as_CSV_with_a_header()
    {
        var application = await Instance.PublishedAsync();
        var published = (await application.ReadAsync()).Json;

        var csv = (await Anyone.GetAsync("api/register.csv")).Is(HttpStatusCode.OK);

        Assert.Equal("text/csv", csv.MediaType);
        var lines = csv.Text.TrimStart('\uFEFF').Split('\n');
        Assert.StartsWith("number,", lines[0], StringComparison.OrdinalIgnoreCase);
        Assert.Contains(lines, line =>
            line.StartsWith($"{published["registerNumber"]},", StringComparison.Ordinal)
            && line.Contains((string)published["microCredential"]!["title"]!, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_spreadsheet_opens_the_CSV_as_what_it_is()
    {
        var body = ApplicationBody.University().With("microCredential.title", $"＝SUM({Guid.NewGuid():N})");
        var application = await Instance.PublishedAsync(body);

        var csv = (await Anyone.GetAsync("api/register.csv")).Is(HttpStatusCode.OK);

        Assert.Equal([0xEF, 0xBB, 0xBF], csv.Bytes[..3]);
        Assert.EndsWith(",useCase,standards,deliverers", csv.Text.Split('\n')[0].TrimEnd('\r'), StringComparison.Ordinal);
        Assert.Contains($"'{body.Title()}", csv.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_ends_with_what_it_is_for_the_standards_that_it_is_made_of_and_who_delivers_it()
    {
        var application = await Instance.InReviewAsync();
        await application.DecideAsync("Approve");
        var published = await application.UntilAsync("Published");

        var csv = (await Anyone.GetAsync("api/register.csv")).Is(HttpStatusCode.OK);

        var row = Assert.Single(csv.Text.Split('\n'), line => line.StartsWith($"{published["registerNumber"]},", StringComparison.Ordinal));
        Assert.EndsWith(",Pathway,90101-1-2-4;90102-1-2-6;90103-1-2-6;90104-1-2-4,9001", row.TrimEnd('\r'), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_two_tables_count_what_is_published_and_add_up()
    {
        var before = await StatisticsAsync("");
        var application = await Instance.InReviewAsync();
        await application.DecideAsync("Approve");
        await application.UntilAsync("Published");

        var after = await StatisticsAsync("");

        Assert.True(Total(after, "levelByProviderType") > Total(before, "levelByProviderType"));
        Assert.Equal(Total(after, "levelByProviderType"), Total(after, "creditsBySubject"));
        foreach (var table in new[] { "levelByProviderType", "creditsBySubject" })
        {
            Assert.Equal(Total(after, table), after[table]!.AsArray().SkipLast(1).Sum(row => (int)row!["total"]!));
        }
    }

    [Fact]
    public async Task A_universitys_own_is_outside_the_two_tables_as_in_the_paper() =>
        Assert.DoesNotContain(
            "University",
            (await StatisticsAsync(""))["levelByProviderType"]!.ToJsonString(),
            StringComparison.OrdinalIgnoreCase
        );

    [Fact]
    public async Task Before_the_first_approval_there_was_nothing() =>
        Assert.Equal(0, Total(await StatisticsAsync("?asAt=2018-07-31"), "levelByProviderType"));

    [Theory]
    [InlineData("yesterday")]
    [InlineData("2018-13-01")]
    [InlineData("2018-02-30")]
    public async Task A_day_that_there_is_not_is_refused(string day) =>
        (await Anyone.GetAsync($"api/register/statistics?asAt={day}")).IsBadRequest();

    private async Task<JsonNode> StatisticsAsync(string query) =>
        (await Anyone.GetAsync($"api/register/statistics{query}")).Is(HttpStatusCode.OK).Json;

    /// <summary>The last row is the total.</summary>
    private static int Total(JsonNode statistics, string table) => (int)statistics[table]!.AsArray()[^1]!["total"]!;
}
