using System.Net;
using System.Text.Json.Nodes;
using MicroCred.EndToEnd.Tests.Applications;
using MicroCred.EndToEnd.Tests.Drafting;
using MicroCred.EndToEnd.Tests.Http;
using MicroCred.EndToEnd.Tests.Running;

namespace MicroCred.EndToEnd.Tests.Register;

/// <summary>The register's search: forgiving, exact matches first, and narrowed by what an entry is.</summary>
public sealed class RegisterSearchTests(RunningInstance instance) : EndToEndTest(instance)
{
    [Theory]
    [InlineData("wrong")]
    [InlineData("missing")]
    [InlineData("too many")]
    [InlineData("swapped")]
    public async Task One_slip_in_a_word_is_forgiven_and_the_exact_match_comes_first(string slip)
    {
        var word = await PublishedWordAsync("xqr");
        var typed = slip switch
        {
            "wrong" => $"xz{word[2..]}",
            "missing" => $"x{word[2..]}",
            "too many" => $"xzq{word[2..]}",
            _ => $"xrq{word[3..]}",
        };
        var exact = await Instance.ListedAsync(ApplicationBody.University().With("microCredential.title", $"Weaving {typed}"));

        var found = await FindAsync($"q={typed}");

        Assert.Equal(exact, (int?)found[0]["number"]);
        Assert.Equal($"Weaving {word}", (string?)Assert.Single(found.Skip(1))["title"]);
    }

    [Fact]
    public async Task Macrons_count_neither_in_the_search_nor_in_the_entry()
    {
        var word = ApplicationBody.UniqueTitle().Split(' ')[2];
        await Instance.ListedAsync(ApplicationBody.University().With("microCredential.title", $"Whāriki mā {word}"));

        Assert.Single(await FindAsync($"q=whariki+ma+{word}"));
        Assert.Single(await FindAsync($"q={Uri.EscapeDataString($"WHĀRIKI mā {word.Replace("a", "ā", StringComparison.Ordinal)}")}"));
    }

    [Fact]
    public async Task An_outcome_a_standard_and_the_provider_find_their_entry()
    {
        var word = await PublishedWordAsync("y");

        Assert.Single(await FindAsync($"q={word}+mareikura"));
        Assert.Single(await FindAsync($"q={word}+97531"));
        Assert.Single(await FindAsync($"q={word}+victoria+university"));
        Assert.Empty(await FindAsync($"q={word}+97532"));
    }

    [Fact]
    public async Task A_reporting_code_finds_its_entry_first()
    {
        var number = await Instance.ListedAsync(ApplicationBody.University());
        var code = (string?)(await Anyone.GetAsync($"api/register/{number}")).Is(HttpStatusCode.OK).Json["reportingCode"];

        Assert.Equal(code, (string?)(await FindAsync($"q={code}"))[0]["reportingCode"]);
    }

    [Theory]
    [InlineData("credits=5-10", "credits=11-20")]
    [InlineData("useCase=EmergingNeed", "useCase=Pathway")]
    [InlineData("funded=true", "funded=false")]
    [InlineData("subject=0299", "subject=0201")]
    [InlineData("subject=029999", "subject=020101")]
    public async Task A_search_is_narrowed_to_what_an_entry_is(string fits, string doesNot)
    {
        var word = ApplicationBody.UniqueTitle().Split(' ')[2];
        await Instance.ListedAsync(
            ApplicationBody.Of("introduction-to-digital-accessibility").With("microCredential.title", $"Weaving {word}")
        );

        Assert.Single(await FindAsync($"q={word}&{fits}"));
        Assert.Empty(await FindAsync($"q={word}&{doesNot}"));
    }

    [Fact]
    public async Task The_total_is_that_of_all_pages()
    {
        var word = ApplicationBody.UniqueTitle().Split(' ')[2];
        foreach (var title in new[] { "Weaving", "Carving", "Baking" })
        {
            await Instance.ListedAsync(ApplicationBody.University().With("microCredential.title", $"{title} {word}"));
        }

        var first = (await Anyone.GetAsync($"api/register?q={word}&limit=2")).Is(HttpStatusCode.OK).Json;
        var second = (await Anyone.GetAsync($"api/register?q={word}&limit=2&after={first["next"]}")).Is(HttpStatusCode.OK).Json;

        Assert.Equal((3, 2, 3, 1), (Total(first), Count(first), Total(second), Count(second)));
        Assert.Null(second["next"]);
        Assert.Contains(
            "3 micro-credentials fit.",
            (await Anyone.GetAsync($"register?q={word}")).Is(HttpStatusCode.OK).Text,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("subject=Health")]
    [InlineData("subject=1")]
    [InlineData("subject=123")]
    [InlineData("credits=5")]
    [InlineData("credits=5-11")]
    [InlineData("useCase=Fun")]
    [InlineData("funded=yes")]
    [InlineData("funded=True")]
    [InlineData("limit=201")]
    [InlineData("after=somewhere")]
    public async Task A_filter_that_makes_no_sense_is_refused(string query) =>
        (await Anyone.GetAsync($"api/register?{query}")).IsBadRequest();

    [Theory]
    [InlineData("api/register?level=7", "application/json")]
    [InlineData("register?level=7", "text/html")]
    public async Task A_list_that_has_not_changed_is_not_sent_again(string path, string mediaType)
    {
        await Instance.ListedAsync(ApplicationBody.University());
        Answer first;
        Answer again;
        do
        {
            // Other tests publish meanwhile.
            first = (await Anyone.GetAsync(path)).Is(HttpStatusCode.OK);
            again = await Anyone.GetAsync(path, Header.IfNoneMatch(first.ETag));
        } while (again.Status == HttpStatusCode.OK && again.ETag != first.ETag);

        Assert.Equal(mediaType, first.MediaType);
        Assert.Empty(again.Is(HttpStatusCode.NotModified).Bytes);
        Assert.Equal(first.ETag, again.ETag);
        Assert.DoesNotContain("W/", first.ETag, StringComparison.Ordinal);
        Assert.NotNull(first.Header("Cache-Control"));
    }

    private Task<IReadOnlyList<JsonNode>> FindAsync(string query) => Listing.ItemsAsync(Anyone, $"api/register?{query}");

    /// <summary>Publishes an entry and gives a word of its title that no other has.</summary>
    private async Task<string> PublishedWordAsync(string begins)
    {
        var word = begins + ApplicationBody.UniqueTitle().Split(' ')[2];
        await Instance.ListedAsync(
            ApplicationBody
                .University()
                .With("microCredential.title", $"Weaving {word}")
                .With("microCredential.outcomes", new JsonArray("Plaits the mareikura."))
                .With(
                    "microCredential.standards",
                    new JsonArray(
                        new JsonObject
                        {
                            ["number"] = 97531,
                            ["version"] = 1,
                            ["title"] = "Plait",
                            ["level"] = 7,
                            ["credits"] = 2,
                        }
                    )
                )
        );
        return word;
    }

    private static int Total(JsonNode page) => (int)page["total"]!;

    private static int Count(JsonNode page) => page["items"]!.AsArray().Count;
}
