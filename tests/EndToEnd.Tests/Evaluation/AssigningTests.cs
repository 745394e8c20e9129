using System.Net;
using System.Text.Json.Nodes;
using MicroCred.EndToEnd.Tests.Applications;
using MicroCred.EndToEnd.Tests.Http;
using MicroCred.EndToEnd.Tests.Running;

namespace MicroCred.EndToEnd.Tests.Evaluation;

/// <summary>evaluator-2 has declared an interest in Stratcom Security, in the directory.</summary>
[Collection(nameof(Alone))]
public sealed class AssigningTests(RunningInstance instance) : EndToEndTest(instance)
{
    private static readonly string[] Steps = ["conflict", "release"];

    [Fact]
    public async Task Nobody_gets_an_application_of_a_provider_that_they_have_an_interest_in()
    {
        var applications = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Instance.InReviewAsync("stratcom")));

        foreach (var application in applications)
        {
            Assert.NotEqual("evaluator-2", (await application.TaskAsync()).AssigneeId);
        }
    }

    [Theory]
    [InlineData("conflict")]
    [InlineData("release")]
    public async Task Who_steps_back_is_followed_by_somebody_else(string step)
    {
        await using var restored = new RestoredEvaluators(Instance);
        var application = await Instance.InReviewAsync();
        var task = await application.TaskAsync();

        (await task.Assignee.PostAsync($"{task.Path}/{step}", Reason())).Is(HttpStatusCode.OK);

        var next = await application.TaskAsync();
        Assert.NotEqual(task.AssigneeId, next.AssigneeId);
        Assert.Equal("InReview", await application.StatusAsync());
        await next.FindAllAsync();
        (await next.DecideAsync("Approve")).Is(HttpStatusCode.OK);
        await application.UntilAsync("Published");
    }

    [Theory]
    [InlineData("conflict")]
    [InlineData("release")]
    public async Task Who_stepped_back_has_no_more_say(string step)
    {
        await using var restored = new RestoredEvaluators(Instance);
        var application = await Instance.InReviewAsync();
        var task = await application.TaskAsync();
        (await task.Assignee.PostAsync($"{task.Path}/{step}", Reason())).Is(HttpStatusCode.OK);
        await application.TaskAsync();

        await application.StaysAsItIsAsync(async () =>
            (await task.Assignee.PutAsync($"{task.Path}/findings/1", TestTask.Finding())).IsNotThereOrNotYours()
        );
    }

    [Theory]
    [InlineData("conflict")]
    [InlineData("release")]
    public async Task Who_stepped_back_and_asks_again_with_the_same_key_gets_the_same_answer(string step)
    {
        await using var restored = new RestoredEvaluators(Instance);
        var application = await Instance.InReviewAsync();
        var task = await application.TaskAsync();
        var key = Header.IdempotencyKey(Guid.NewGuid());

        var first = (await task.Assignee.PostAsync($"{task.Path}/{step}", Reason(), key)).Is(HttpStatusCode.OK);
        var again = (await task.Assignee.PostAsync($"{task.Path}/{step}", Reason(), key)).Is(HttpStatusCode.OK);

        Assert.True(JsonNode.DeepEquals(first.Json, again.Json), $"{first} and then {again}");
    }

    [Fact]
    public async Task The_registrar_gives_a_task_to_somebody_else()
    {
        var application = await Instance.InReviewAsync();
        var task = await application.TaskAsync();
        var other = task.AssigneeId == "evaluator-3" ? "evaluator-1" : "evaluator-3";

        var assigned = (await As("registrar").PostAsync($"{task.Path}/assignment", To(other))).Is(HttpStatusCode.OK);

        Assert.Equal(other, (string?)assigned.Json["assignee"]);
        Assert.Equal(other, (await application.TaskAsync()).AssigneeId);
    }

    [Theory]
    [InlineData("{\"assignee\":\"evaluator-3\"}")]
    [InlineData("{\"assignee\":\"evaluator-1\"}")]
    [InlineData("{\"assignee\":\"evaluator-3\",\"reason\":\" \"}")]
    [InlineData("{\"assignee\":\"evaluator-1\",\"reason\":\"\"}")]
    public async Task Whoever_has_a_task_loses_it_only_for_a_reason(string body)
    {
        var application = await Instance.InReviewAsync();
        var task = await application.TaskAsync();

        await application.StaysAsItIsAsync(async () =>
            (await As("registrar").SendAsync(HttpMethod.Post, $"{task.Path}/assignment", Caller.Json(body))).Is(
                HttpStatusCode.UnprocessableEntity
            )
        );
    }

    [Fact]
    public async Task Findings_stay_when_the_registrar_gives_a_task_to_somebody_else()
    {
        var application = await Instance.InReviewAsync();
        var task = await application.TaskAsync();
        await task.FindAllAsync();
        var other = task.AssigneeId == "evaluator-3" ? "evaluator-1" : "evaluator-3";
        (await As("registrar").PostAsync($"{task.Path}/assignment", To(other))).Is(HttpStatusCode.OK);

        (await (await application.TaskAsync()).DecideAsync("Approve")).Is(HttpStatusCode.OK);

        await application.UntilAsync("Published");
    }

    [Fact]
    public async Task The_registrar_cannot_give_a_task_to_who_declared_a_conflict()
    {
        await using var restored = new RestoredEvaluators(Instance);
        var application = await Instance.InReviewAsync();
        var task = await application.TaskAsync();
        (await task.Assignee.PostAsync($"{task.Path}/conflict", Reason())).Is(HttpStatusCode.OK);
        await application.TaskAsync();

        await application.StaysAsItIsAsync(async () =>
            (await As("registrar").PostAsync($"{task.Path}/assignment", To(task.AssigneeId))).IsRefused()
        );
    }

    [Fact]
    public async Task The_registrar_cannot_give_a_task_to_who_has_an_interest_in_the_provider()
    {
        var application = await Instance.InReviewAsync("stratcom");
        var task = await application.TaskAsync();

        await application.StaysAsItIsAsync(async () =>
            (await As("registrar").PostAsync($"{task.Path}/assignment", To("evaluator-2"))).IsRefused()
        );
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("mito")]
    [InlineData("registrar")]
    [InlineData("funding-adviser")]
    [InlineData("")]
    [InlineData(null)]
    public async Task An_evaluation_goes_to_evaluators_only(string? assignee)
    {
        var application = await Instance.InReviewAsync();
        var task = await application.TaskAsync();

        await application.StaysAsItIsAsync(async () =>
            (await As("registrar").PostAsync($"{task.Path}/assignment", To(assignee))).IsRefused()
        );
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"reason\":\"\"}")]
    [InlineData("{\"reason\":7}")]
    [InlineData("{\"reason\":\"a\",\"colour\":\"red\"}")]
    [InlineData("null")]
    public async Task Stepping_back_takes_a_reason(string body)
    {
        var application = await Instance.InReviewAsync();
        var task = await application.TaskAsync();

        await application.StaysAsItIsAsync(async () =>
        {
            foreach (var step in Steps)
            {
                (await task.Assignee.SendAsync(HttpMethod.Post, $"{task.Path}/{step}", Caller.Json(body))).IsFaultyBody();
            }
        });
    }

    [Fact]
    public async Task A_task_that_is_done_stays_with_who_did_it()
    {
        var application = await Instance.InReviewAsync();
        var task = await application.TaskAsync();
        await application.DeclineAsync();

        await application.StaysAsItIsAsync(async () =>
        {
            (await task.Assignee.PostAsync($"{task.Path}/release", Reason())).IsWrongState();
            (await As("registrar").PostAsync($"{task.Path}/assignment", To("evaluator-3"))).IsWrongState();
        });
    }

    private static JsonObject Reason() => new() { ["reason"] = "A reason." };

    private static JsonObject To(string? assignee) => new() { ["assignee"] = assignee, ["reason"] = "A reason." };
}
