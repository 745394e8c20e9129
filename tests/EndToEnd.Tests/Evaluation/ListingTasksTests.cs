using MicroCred.EndToEnd.Tests.Applications;
using MicroCred.EndToEnd.Tests.Drafting;
using MicroCred.EndToEnd.Tests.Http;
using MicroCred.EndToEnd.Tests.Running;

namespace MicroCred.EndToEnd.Tests.Evaluation;

[Collection(nameof(Alone))]
public sealed class ListingTasksTests(RunningInstance instance) : EndToEndTest(instance)
{
    [Theory]
    [InlineData("evaluator-1")]
    [InlineData("registrar")]
    [InlineData("funding-adviser")]
    public async Task A_task_says_what_it_is_whose_and_until_when(string persona)
    {
        var application = await Instance.InReviewAsync(body: ApplicationBody.AskingForFunding());

        var task = Assert.Single(await Listing.ItemsAsync(As(persona), $"api/tasks?application={application.Id}"));

        Assert.StartsWith(application.Id, (string?)task["id"], StringComparison.Ordinal);
        Assert.Equal("Evaluation", (string?)task["kind"]);
        Assert.Equal(application.Id, (string?)task["applicationId"]);
        Assert.StartsWith("evaluator-", (string?)task["assignee"], StringComparison.Ordinal);
        Assert.Equal("Open", (string?)task["status"]);
        Assert.True((DateTimeOffset)task["due"]! > DateTimeOffset.UtcNow);
        Assert.False((bool)task["urgent"]!);
    }

    [Fact]
    public async Task An_urgent_application_makes_an_urgent_task_that_is_due_sooner()
    {
        var urgent = (
            await (
                await Instance.InReviewAsync("careerforce", ApplicationBody.Of("covid-19-vaccination").With("funding", null))
            ).TaskAsync()
        ).Json;
        var usual = (await (await Instance.InReviewAsync()).TaskAsync()).Json;

        Assert.True((bool)urgent["urgent"]!);
        Assert.True((DateTimeOffset)urgent["due"]! < (DateTimeOffset)usual["due"]!);
    }

    [Fact]
    public async Task An_assignee_picks_their_tasks()
    {
        var task = await (await Instance.InReviewAsync()).TaskAsync();

        var theirs = await Listing.ItemsAsync(task.Assignee, $"api/tasks?assignee={task.AssigneeId}");

        Assert.Contains(theirs, item => (string?)item["id"] == (string?)task.Json["id"]);
        Assert.All(theirs, item => Assert.Equal(task.AssigneeId, (string?)item["assignee"]));
    }

    [Fact]
    public async Task A_decided_task_is_done()
    {
        var application = await Instance.DeclinedAsync();

        Assert.All(await application.TasksAsync(), task => Assert.Equal("Done", (string?)task!["status"]));
    }

    [Fact]
    public async Task Pages_follow_each_other_without_a_repeat()
    {
        var task = await (await Instance.InReviewAsync()).TaskAsync();

        var ids = (await Listing.ItemsAsync(As("registrar"), $"api/tasks?assignee={task.AssigneeId}&limit=1"))
            .Select(item => (string)item["id"]!)
            .ToList();

        Assert.Contains((string)task.Json["id"]!, ids);
        Assert.Equal(ids.Distinct(), ids);
    }

    [Theory]
    [InlineData("limit=0")]
    [InlineData("limit=many")]
    [InlineData("application=no-guid")]
    public async Task A_query_that_makes_no_sense_is_refused(string query) =>
        (await As("registrar").GetAsync($"api/tasks?{query}")).IsBadRequest();
}
