using System.Net;
using System.Text;
using MicroCred.EndToEnd.Tests.Applications;
using MicroCred.EndToEnd.Tests.Http;
using MicroCred.EndToEnd.Tests.Running;
using MicroCred.Tests.Support;

namespace MicroCred.EndToEnd.Tests.Drafting;

public sealed class ListingApplicationsTests(RunningInstance instance) : EndToEndTest(instance)
{
    [Fact]
    public async Task A_provider_sees_its_own_and_nobody_elses()
    {
        var own = await Instance.DraftAsync("mito");
        var other = await Instance.DraftAsync("careerforce");

        var listed = await Listing.IdsAsync(As("mito"), "Draft");

        Assert.Contains(own.Id, listed);
        Assert.DoesNotContain(other.Id, listed);
    }

    [Theory]
    [InlineData("evaluator-1")]
    [InlineData("registrar")]
    public async Task Nzqa_sees_every_providers(string persona)
    {
        var first = await Instance.InReviewAsync("mito");
        var second = await Instance.InReviewAsync("careerforce");

        var listed = await Listing.IdsAsync(As(persona), "InReview");

        Assert.Contains(first.Id, listed);
        Assert.Contains(second.Id, listed);
    }

    [Fact]
    public async Task A_status_picks_those_that_have_it()
    {
        var draft = await Instance.DraftAsync();
        var returned = await Instance.ReturnedAsync();

        Assert.Contains(draft.Id, await Listing.IdsAsync(As("mito"), "Draft"));
        Assert.DoesNotContain(draft.Id, await Listing.IdsAsync(As("mito"), "Returned"));
        Assert.Contains(returned.Id, await Listing.IdsAsync(As("mito"), "Returned"));
        Assert.DoesNotContain(returned.Id, await Listing.IdsAsync(As("mito"), "Draft"));
    }

    [Fact]
    public async Task Without_a_status_all_are_listed_with_what_they_are()
    {
        var draft = await Instance.DraftAsync("stratcom");
        var published = await Instance.PublishedAsync();

        await Patience.UntilAsync(
            async () => (await Listing.IdsAsync(As("vuw"), "Published")).Contains(published.Id),
            () => $"{published.Id} isn't listed as published."
        );
        var ofStratcom = await Listing.ItemsAsync(As("stratcom"), "api/applications");
        var ofTheUniversity = await Listing.ItemsAsync(As("vuw"), "api/applications");

        Assert.Equal("Draft", (string?)Assert.Single(ofStratcom, item => (string?)item["id"] == draft.Id)["status"]);
        Assert.Equal("Published", (string?)Assert.Single(ofTheUniversity, item => (string?)item["id"] == published.Id)["status"]);
    }

    [Fact]
    public async Task Pages_follow_each_other_without_a_gap_or_a_repeat()
    {
        var made = new[]
        {
            await Instance.DraftAsync("stratcom"),
            await Instance.DraftAsync("stratcom"),
            await Instance.DraftAsync("stratcom"),
        };

        var first = (await As("stratcom").GetAsync("api/applications?status=Draft&limit=2")).Is(HttpStatusCode.OK).Json;
        var ids = (await Listing.ItemsAsync(As("stratcom"), "api/applications?status=Draft&limit=2"))
            .Select(item => (string)item["id"]!)
            .ToList();

        Assert.Equal(2, first["items"]!.AsArray().Count);
        Assert.NotNull(first["next"]);
        Assert.Equal(ids.Distinct(), ids);
        Assert.Subset(ids.ToHashSet(), made.Select(application => application.Id).ToHashSet());
    }

    [Theory]
    [InlineData("0:provider|9004|")]
    [InlineData("1:provider|9004|")]
    [InlineData("0:provider|")]
    [InlineData("0:status|Draft|")]
    [InlineData("0:|9004|")]
    [InlineData("0:~")]
    [InlineData("0:")]
    [InlineData("0:' or PartitionKey ge '")]
    [InlineData("0:a\0b")]
    [InlineData("0:a/b")]
    [InlineData("9:x")]
    [InlineData("-1:x")]
    [InlineData("nonsense")]
    public async Task A_cursor_that_is_made_up_shows_nobody_elses(string made)
    {
        var theirs = await Instance.DraftAsync("careerforce");
        var cursor = Convert.ToBase64String(Encoding.UTF8.GetBytes(made)).TrimEnd('=').Replace('+', '-').Replace('/', '_');

        foreach (var path in (string[])["api/applications", "api/applications?status=Draft"])
        {
            var answer = await As("mito").GetAsync(Listing.With(path, "after", cursor));
            Assert.Contains(answer.Status, (HttpStatusCode[])[HttpStatusCode.OK, HttpStatusCode.BadRequest]);
            Assert.DoesNotContain(theirs.Id, answer.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("\"9004\"", answer.Text, StringComparison.Ordinal);
        }

        Assert.DoesNotContain(
            theirs.Id,
            (await As("evaluator-1").GetAsync(Listing.With("api/applications", "after", cursor))).Text,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("%00")]
    [InlineData("A")]
    [InlineData("....")]
    public async Task A_cursor_that_is_none_is_refused_on_every_list(string cursor)
    {
        (await As("mito").GetAsync($"api/applications?after={cursor}")).IsBadRequest();
        (await As("registrar").GetAsync($"api/applications?after={cursor}")).IsBadRequest();
        (await As("registrar").GetAsync($"api/tasks?after={cursor}")).IsBadRequest();
        (await Anyone.GetAsync($"api/register?after={cursor}")).IsBadRequest();
    }

    [Theory]
    [InlineData("status=Asleep")]
    [InlineData("status=0")]
    [InlineData("status=Draft,Submitted")]
    [InlineData("limit=0")]
    [InlineData("limit=-1")]
    [InlineData("limit=many")]
    [InlineData("after=%00")]
    public async Task A_query_that_makes_no_sense_is_refused(string query) =>
        (await As("mito").GetAsync($"api/applications?{query}")).IsBadRequest();
}
