using System.Text.Json.Nodes;
using MicroCred.EndToEnd.Tests.Applications;
using MicroCred.EndToEnd.Tests.Drafting;
using MicroCred.EndToEnd.Tests.Http;
using MicroCred.EndToEnd.Tests.Running;

namespace MicroCred.EndToEnd.Tests.Register;

public sealed class RegisterListTests(RunningInstance instance) : EndToEndTest(instance)
{
    [Theory]
    [InlineData("")]
    [InlineData("&level=7")]
    [InlineData("&providerType=University")]
    [InlineData("&status=Current")]
    [InlineData("&subject=02")]
    [InlineData("&level=7&providerType=University&status=Current&subject=02")]
    public async Task Anybody_finds_an_entry_by_its_title_and_what_it_is(string filter)
    {
        var title = await PublishAsync();

        Assert.Equal(
            title,
            (string?)
                Assert.Single(await FindAsync($"q={Uri.EscapeDataString(title)}{filter}"), item => (string?)item["title"] == title)["title"]
        );
    }

    [Theory]
    [InlineData("level=2")]
    [InlineData("providerType=Pte")]
    [InlineData("status=Discontinued")]
    [InlineData("subject=06")]
    public async Task A_filter_leaves_out_what_is_not_so(string filter)
    {
        var title = await PublishAsync();

        Assert.DoesNotContain(await FindAsync($"q={Uri.EscapeDataString(title)}&{filter}"), item => (string?)item["title"] == title);
    }

    [Fact]
    public async Task Words_that_no_entry_has_find_nothing() => Assert.Empty(await FindAsync($"q={Guid.NewGuid():N}"));

    [Fact]
    public async Task Pages_follow_each_other_without_a_gap_or_a_repeat()
    {
        var titles = new[] { await PublishAsync(), await PublishAsync(), await PublishAsync() };

        var items = await FindAsync("level=7&limit=2");

        var numbers = items.Select(item => (int)item["number"]!).ToList();
        Assert.Equal(numbers.Distinct(), numbers);
        Assert.Subset(items.Select(item => (string)item["title"]!).ToHashSet(), titles.ToHashSet());
    }

    [Theory]
    [InlineData("level=0")]
    [InlineData("level=11")]
    [InlineData("level=high")]
    [InlineData("providerType=Shop")]
    [InlineData("status=Asleep")]
    [InlineData("limit=0")]
    [InlineData("limit=many")]
    public async Task A_query_that_makes_no_sense_is_refused(string query) =>
        (await Anyone.GetAsync($"api/register?{query}")).IsBadRequest();

    private Task<IReadOnlyList<JsonNode>> FindAsync(string query) => Listing.ItemsAsync(Anyone, $"api/register?{query}");

    private async Task<string> PublishAsync()
    {
        var body = ApplicationBody.University();
        await Instance.PublishedAsync(body);
        return body.Title();
    }
}
