using System.Net;
using System.Text.Json.Nodes;
using MicroCred.EndToEnd.Tests.Applications;
using MicroCred.EndToEnd.Tests.Http;
using MicroCred.EndToEnd.Tests.Running;

namespace MicroCred.EndToEnd.Tests.Evaluation;

public sealed class ReconsiderationTests(RunningInstance instance) : EndToEndTest(instance)
{
    [Fact]
    public async Task A_decline_is_reconsidered_by_a_registrar_and_upheld_once()
    {
        var application = await DeclinedAsync();

        var asked = (await AskAsync(application)).Is(HttpStatusCode.Accepted).Json;

        Assert.Equal(("Reconsidering", "Reconsideration"), ((string?)asked["status"], (string?)asked["stage"]));
        (await AskAsync(application)).IsWrongState();
        (await application.Owner.PostAsync($"{application.Path}/withdrawal", new JsonObject { ["reason"] = "A test." })).IsWrongState();
        var task = await application.TaskAsync("Reconsideration");
        Assert.StartsWith("registrar", task.AssigneeId, StringComparison.Ordinal);

        (await task.DecideAsync("Uphold")).Is(HttpStatusCode.OK);

        await application.UntilAsync("Declined");
        (await AskAsync(application)).IsWrongState();
        var letters = (await application.Owner.GetAsync($"{application.Path}/letters")).Json["items"]!.AsArray();
        Assert.Equal(["Decision", "Reconsideration"], letters.Select(letter => (string?)letter!["kind"]));
    }

    [Fact]
    public async Task An_approval_after_all_goes_on_to_the_register()
    {
        var application = await DeclinedAsync();
        (await AskAsync(application)).Is(HttpStatusCode.Accepted);

        (await (await application.TaskAsync("Reconsideration")).DecideAsync("ApproveWithConditions", "Name a moderator.")).Is(
            HttpStatusCode.OK
        );

        var published = await application.UntilAsync("Published");
        Assert.Equal("ApproveWithConditions", (string?)published["decision"]!["outcome"]);
        await application.TaskAsync("ConditionFollowUp");
    }

    [Fact]
    public async Task Who_resolved_it_does_not_reconsider_it()
    {
        var application = await Instance.UnderReviewAsync();
        await application.ReviewAsync("Approve");
        var resolution = await application.TaskAsync("Resolution");
        (await resolution.DecideAsync("Decline")).Is(HttpStatusCode.OK);
        await application.UntilAsync("Declined");

        (await AskAsync(application)).Is(HttpStatusCode.Accepted);

        var task = await application.TaskAsync("Reconsideration");
        Assert.NotEqual(resolution.AssigneeId, task.AssigneeId);
        (
            await As("registrar")
                .PostAsync($"{task.Path}/assignment", new JsonObject { ["assignee"] = resolution.AssigneeId, ["reason"] = "A test." })
        ).Is(HttpStatusCode.UnprocessableEntity);
    }

    [Theory]
    [InlineData("Decline", null, HttpStatusCode.BadRequest)]
    [InlineData("Met", null, HttpStatusCode.BadRequest)]
    [InlineData("ApproveWithConditions", null, HttpStatusCode.UnprocessableEntity)]
    [InlineData("Uphold", "A condition.", HttpStatusCode.UnprocessableEntity)]
    public async Task A_faulty_decision_is_refused_and_nothing_changes(string outcome, string? condition, HttpStatusCode status)
    {
        var application = await DeclinedAsync();
        (await AskAsync(application)).Is(HttpStatusCode.Accepted);
        var task = await application.TaskAsync("Reconsideration");

        await application.StaysAsItIsAsync(async () => (await task.DecideAsync(outcome, condition is null ? [] : [condition])).Is(status));
    }

    [Fact]
    public async Task Only_its_provider_asks_and_only_after_a_decline_and_with_grounds()
    {
        var inReview = await Instance.InReviewAsync();
        await inReview.StaysAsItIsAsync(async () => (await AskAsync(inReview)).IsWrongState());

        var declined = await DeclinedAsync();
        await declined.StaysAsItIsAsync(async () =>
        {
            (await AskAsync(declined, "\u200b ")).Is(HttpStatusCode.UnprocessableEntity);
            (await declined.Owner.PostAsync($"{declined.Path}/reconsideration", new JsonObject { ["reason"] = "a" })).Is(
                HttpStatusCode.BadRequest
            );
            (await As("careerforce").PostAsync($"{declined.Path}/reconsideration", Grounds("a"))).Is(HttpStatusCode.NotFound);
            (await As("registrar").PostAsync($"{declined.Path}/reconsideration", Grounds("a"))).Is(HttpStatusCode.Forbidden);
        });
    }

    [Fact]
    public async Task The_pages_say_until_when_and_show_the_grounds()
    {
        var application = await DeclinedAsync();
        var page = (await application.Owner.GetAsync($"applications/{application.Id}")).Is(HttpStatusCode.OK).Text;
        Assert.Contains($"/applications/{application.Id}/reconsider", page, StringComparison.Ordinal);
        (await application.Owner.GetAsync($"applications/{application.Id}/reconsider")).Is(HttpStatusCode.OK);

        (await AskAsync(application)).Is(HttpStatusCode.Accepted);

        var task = await application.TaskAsync("Reconsideration");
        foreach (var path in (string[])[task.Path["api/".Length..], $"{task.Path["api/".Length..]}/decide"])
        {
            Assert.Contains(
                "The second document has the plan.",
                (await task.Assignee.GetAsync(path)).Is(HttpStatusCode.OK).Text,
                StringComparison.Ordinal
            );
        }
    }

    private async Task<TestApplication> DeclinedAsync()
    {
        var application = await Instance.InReviewAsync();
        await application.DeclineAsync();
        return application;
    }

    private static Task<Answer> AskAsync(TestApplication application, string grounds = "The second document has the plan.") =>
        application.Owner.PostAsync($"{application.Path}/reconsideration", Grounds(grounds));

    private static JsonObject Grounds(string grounds) => new() { ["grounds"] = grounds };
}
