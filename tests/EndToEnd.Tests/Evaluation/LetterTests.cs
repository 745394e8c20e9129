using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MicroCred.EndToEnd.Tests.Applications;
using MicroCred.EndToEnd.Tests.Running;

namespace MicroCred.EndToEnd.Tests.Evaluation;

public sealed partial class LetterTests(RunningInstance instance) : EndToEndTest(instance)
{
    [Fact]
    public async Task A_letter_is_a_whole_page_whose_hash_the_list_has()
    {
        var application = await Instance.InReviewAsync();
        await application.DeclineAsync();

        var letters = await LettersAsync(application);
        var letter = Assert.Single(letters)!;
        var served = (await application.Owner.GetAsync($"{application.Path}/letters/1")).Is(HttpStatusCode.OK);

        Assert.Equal((1, "Decision"), ((int)letter["number"]!, (string)letter["kind"]!));
        Assert.Equal("text/html; charset=utf-8", served.Header("Content-Type"));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(served.Bytes)), (string)letter["sha256"]!);
        Assert.Single(Headings().Matches(served.Text));
        Assert.All(
            (string[])["lang=\"en-NZ\"", "<title>", "Reasons in writing.", "A comment.", $"/applications/{application.Id}/reconsider"],
            said => Assert.Contains(said, served.Text, StringComparison.Ordinal)
        );
        Assert.DoesNotContain("<script", served.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(served.Bytes, (await As("registrar").GetAsync($"{application.Path}/letters/1")).Is(HttpStatusCode.OK).Bytes);
        Assert.Contains(
            $"/api/applications/{application.Id}/letters/1",
            (await application.Owner.GetAsync($"applications/{application.Id}/letters")).Is(HttpStatusCode.OK).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Each_step_that_concerns_the_provider_has_its_letter()
    {
        var published = await Instance.InReviewAsync();
        await published.DecideAsync("Approve");
        await published.UntilAsync("Published");
        Assert.Equal(["Decision", "Published"], (await LettersAsync(published)).Select(letter => (string?)letter!["kind"]));

        var withdrawn = await Instance.WithdrawnAsync();
        Assert.Equal(["Returned", "Withdrawn"], (await LettersAsync(withdrawn)).Select(letter => (string?)letter!["kind"]));

        var asked = await Instance.InformationRequestedAsync();
        Assert.Equal(["InformationRequest"], (await LettersAsync(asked)).Select(letter => (string?)letter!["kind"]));
    }

    [Fact]
    public async Task Nothing_is_written_before_a_decision_counts()
    {
        var application = await Instance.UnderReviewAsync();
        Assert.Empty(await LettersAsync(application));
    }

    [Fact]
    public async Task Another_provider_finds_none_and_TEC_may_not_read_them()
    {
        var application = await Instance.InformationRequestedAsync();
        foreach (var path in (string[])[$"{application.Path}/letters", $"{application.Path}/letters/1"])
        {
            (await As("careerforce").GetAsync(path)).Is(HttpStatusCode.NotFound);
            (await As("funding-adviser").GetAsync(path)).Is(HttpStatusCode.Forbidden);
            (await Anyone.GetAsync(path)).Is(HttpStatusCode.Unauthorized);
        }

        (await application.Owner.GetAsync($"{application.Path}/letters/2")).Is(HttpStatusCode.NotFound);
    }

    private static async Task<JsonArray> LettersAsync(TestApplication application) =>
        (await application.Owner.GetAsync($"{application.Path}/letters")).Is(HttpStatusCode.OK).Json["items"]!.AsArray();

    [GeneratedRegex("<h1[ >]")]
    private static partial Regex Headings();
}
