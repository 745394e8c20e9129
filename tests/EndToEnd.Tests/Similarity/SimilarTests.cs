using System.Net;
using System.Text.Json.Nodes;
using MicroCred.EndToEnd.Tests.Applications;
using MicroCred.EndToEnd.Tests.Http;
using MicroCred.EndToEnd.Tests.Running;

namespace MicroCred.EndToEnd.Tests.Similarity;

/// <summary>What is like an application, on the register and under way.</summary>
public sealed class SimilarTests(RunningInstance instance) : EndToEndTest(instance)
{
    [Fact]
    public async Task A_draft_is_told_of_an_entry_that_it_nearly_repeats_and_of_what_they_share()
    {
        var words = Words();
        var number = await Instance.ListedAsync(About(ApplicationBody.University(), words));
        var draft = await Instance.DraftAsync(body: About(ApplicationBody.New(), words, "too"));

        var items = await SimilarAsync(draft);

        var first = items[0]!;
        Assert.Equal(number, (int?)first["registerNumber"]);
        Assert.Null(first["applicationId"]);
        Assert.InRange((double)first["score"]!, 0.7, 1);
        Assert.Equal($"Of {words[0]} and {words[1]}", (string?)first["title"]);
        Assert.Contains($"Handles {words[2]} with {words[3]}.", first["shared"]!.AsArray().Select(text => (string?)text));
        Assert.Equal(items.Select(item => (double)item!["score"]!).OrderDescending(), items.Select(item => (double)item!["score"]!));
    }

    [Fact]
    public async Task What_is_under_way_is_shown_to_NZQA_and_not_to_another_provider()
    {
        var words = Words();
        var first = await Instance.InReviewAsync("mito", About(ApplicationBody.New(), words));
        var other = await Instance.InReviewAsync("careerforce", About(ApplicationBody.New(), words, "too"));

        var seen = await SimilarAsync(other, "registrar");

        Assert.Equal(first.Id, (string?)seen[0]!["applicationId"]);
        Assert.Null(seen[0]!["registerNumber"]);
        Assert.DoesNotContain(seen, item => (string?)item!["applicationId"] == other.Id);
        Assert.DoesNotContain(await SimilarAsync(other), item =>
            item!["applicationId"] is not null && (string?)item["applicationId"] == first.Id
        );
        var page = await As("registrar").GetAsync((await other.TaskAsync()).Path["api/".Length..], Header.Accept("text/html"));
        Assert.Contains($"/applications/{first.Id}\"", page.Is(HttpStatusCode.OK).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_provider_is_shown_its_own_drafts_as_they_are_now_also_on_the_page_that_checks()
    {
        var words = Words();
        var first = await Instance.DraftAsync(body: About(ApplicationBody.New(), Words()));
        var second = await Instance.DraftAsync(body: About(ApplicationBody.New(), words));
        Assert.DoesNotContain(await SimilarAsync(second), item =>
            (string?)item!["applicationId"] == first.Id && (double)item["score"]! > 0.7
        );

        (await first.Owner.PutAsync(first.Path, About(ApplicationBody.New(), words, "too"))).Is(HttpStatusCode.OK);

        Assert.Equal(first.Id, (string?)(await SimilarAsync(second))[0]!["applicationId"]);
        var page = (await second.Owner.GetAsync($"applications/{second.Id}/check", Header.Accept("text/html"))).Is(HttpStatusCode.OK);
        Assert.Contains($"/applications/{first.Id}\"", page.Text, StringComparison.Ordinal);
        Assert.Contains("What is like it", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_entry_is_not_like_itself()
    {
        var published = await Instance.PublishedAsync(About(ApplicationBody.University(), Words()));
        var number = (int)(await published.ReadAsync()).Json["registerNumber"]!;

        Assert.DoesNotContain(await SimilarAsync(published), item => (int?)item!["registerNumber"] == number);
    }

    [Fact]
    public async Task Others_may_not_ask()
    {
        var draft = await Instance.DraftAsync();
        var inReview = await Instance.InReviewAsync(body: ApplicationBody.AskingForFunding());

        (await Anyone.GetAsync($"{draft.Path}/similar")).IsUnknownCaller();
        (await As("stratcom").GetAsync($"{draft.Path}/similar")).IsNotThereOrNotYours();
        (await As("registrar").GetAsync($"{draft.Path}/similar")).IsNotThereOrNotYours();
        (await As("funding-adviser").GetAsync($"{inReview.Path}/similar")).IsWrongRole();
    }

    private async Task<JsonArray> SimilarAsync(TestApplication application, string? persona = null) =>
        (await (persona is null ? application.Owner : As(persona)).GetAsync($"{application.Path}/similar")).Is(HttpStatusCode.OK).Json[
            "items"
        ]!.AsArray();

    /// <summary>Four words that no other application has.</summary>
    private static string[] Words() => ApplicationBody.UniqueTitle().Split(' ')[2..];

    private static JsonObject About(JsonObject body, string[] words, string more = "") =>
        body.With("microCredential.title", $"Of {words[0]} and {words[1]} {more}".TrimEnd())
            .With("microCredential.purpose", $"For those who need {words[2]} {more} where {words[1]} is made.")
            .With(
                "microCredential.outcomes",
                new JsonArray($"Handles {words[2]} with {words[3]}.", $"Keeps {words[0]} from {words[1]} {more}.")
            );
}
