using System.Net;
using System.Text.Json.Nodes;
using MicroCred.EndToEnd.Tests.Applications;
using MicroCred.EndToEnd.Tests.Http;
using MicroCred.EndToEnd.Tests.Running;
using MicroCred.Tests.Support;

namespace MicroCred.EndToEnd.Tests.Register;

/// <summary>The register in numbers, as JSON and as CSV.</summary>
[Collection(nameof(Alone))]
public sealed class RegisterStatisticsTests(RunningInstance instance) : EndToEndTest(instance)
{
    [Fact]
    public async Task All_numbers_come_in_one_answer_and_add_up()
    {
        await (await Instance.InReviewAsync()).DecideAsync("Approve");
        await Instance.ListedAsync(ApplicationBody.Of("introduction-to-digital-accessibility"));

        var statistics = (await Anyone.GetAsync("api/register/statistics")).Is(HttpStatusCode.OK).Json;

        var total = (int)statistics["levelByProviderType"]!.AsArray()[^1]!["total"]!;
        Assert.Matches("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", (string?)statistics["asAt"]);
        Assert.Equal(total, Sum(statistics["useCases"]!));
        Assert.Equal(total, Sum(statistics["approvalsByMonth"]!));
        Assert.Equal(total, Sum(statistics["providers"]!));
        Assert.All(statistics["approvalsByMonth"]!.AsArray(), month => Assert.Matches("^[0-9]{4}-[0-9]{2}$", (string?)month!["month"]));
        Assert.All(statistics["providers"]!.AsArray().GroupBy(provider => (string)provider!["type"]!), type =>
            Assert.Equal(1, type.Sum(provider => (double)provider!["shareOfType"]!), 6)
        );
        Assert.Contains(statistics["funded"]!.AsArray(), fund => (int)fund!["entries"]! > 0);
        Assert.Equal(
            (int)statistics["universities"]!["entries"]!,
            statistics["universities"]!["levels"]!.AsObject().Sum(level => (int)level.Value!)
        );
        Assert.True((int)statistics["universities"]!["levels"]!["L7"]! > 0);
    }

    [Fact]
    public async Task What_was_discontinued_or_listed_by_mistake_is_counted_no_more()
    {
        var number = await Instance.ListedAsync(ApplicationBody.University().With("microCredential.level", 9));
        Assert.True(await OfLevel9Async() > 0);

        (
            await As("registrar")
                .PostAsync($"api/register/{number}/status", new JsonObject { ["status"] = "Discontinued", ["reason"] = "A test." })
        ).Is(HttpStatusCode.OK);

        await Patience.UntilAsync(
            async () => await OfLevel9Async() == 0 ? "none" : null,
            () => "the statistics should count it no more.",
            TimeSpan.FromSeconds(10)
        );

        async Task<int> OfLevel9Async() =>
            (int)(await Anyone.GetAsync("api/register/statistics")).Is(HttpStatusCode.OK).Json["universities"]!["levels"]!["L9"]!;
    }

    [Theory]
    [InlineData("levelByProviderType", "providerType,L1,L2,L3,L4,L5,L6,L7,L8,L9,L10,total")]
    [InlineData("creditsBySubject", "subject,5-10,11-20,21-30,31-40,total")]
    public async Task Each_table_comes_as_CSV_as_of_a_day_the_total_last(string table, string header)
    {
        var csv = (await Anyone.GetAsync($"api/register/statistics.csv?table={table}&asAt=2018-07-31")).Is(HttpStatusCode.OK);

        var lines = csv.Text.TrimStart('\uFEFF').TrimEnd().Split("\r\n");
        Assert.Equal(("text/csv", header), (csv.MediaType, lines[0]));
        Assert.Matches("^Total(,0)+$", lines[^1]);
        Assert.Contains(lines, line =>
            line.Contains(table == "creditsBySubject" ? "\"Food, Hospitality" : "Wānanga", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("?table=useCases")]
    [InlineData("?table=LevelByProviderType")]
    [InlineData("?table=creditsBySubject&asAt=2018-02-30")]
    public async Task Another_table_or_no_day_is_refused(string query) =>
        (await Anyone.GetAsync($"api/register/statistics.csv{query}")).IsBadRequest();

    [Theory]
    [InlineData("api/register/statistics")]
    [InlineData("api/register/statistics.csv?table=levelByProviderType")]
    [InlineData("statistics")]
    [InlineData("sitemap.xml")]
    public async Task What_has_not_changed_is_not_sent_again(string path)
    {
        Answer first;
        Answer again;
        do
        {
            // Other tests publish meanwhile.
            first = (await Anyone.GetAsync(path)).Is(HttpStatusCode.OK);
            again = await Anyone.GetAsync(path, Header.IfNoneMatch(first.ETag));
        } while (again.Status == HttpStatusCode.OK && again.ETag != first.ETag);

        Assert.Empty(again.Is(HttpStatusCode.NotModified).Bytes);
        Assert.StartsWith("\"", first.ETag, StringComparison.Ordinal);
        Assert.Contains("max-age", first.Header("Cache-Control"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sitemap_has_the_address_of_every_entry()
    {
        var number = await Instance.ListedAsync(ApplicationBody.University());

        var sitemap = (await Anyone.GetAsync("sitemap.xml")).Is(HttpStatusCode.OK);

        Assert.Equal("application/xml", sitemap.MediaType);
        Assert.Matches($"<loc>https?://[^<]+/register/{number}</loc>", sitemap.Text);
        Assert.Equal(sitemap.Text, (await Anyone.GetAsync("sitemaps/1")).Is(HttpStatusCode.OK).Text);
        (await Anyone.GetAsync("sitemaps/0")).Is(HttpStatusCode.NotFound);
        (await Anyone.GetAsync("sitemaps/2")).Is(HttpStatusCode.NotFound);
    }

    private static int Sum(JsonNode rows) => rows.AsArray().Sum(row => (int)row!["entries"]!);
}
