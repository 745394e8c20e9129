using System.Net;
using System.Text.Json.Nodes;
using MicroCred.EndToEnd.Tests.Applications;
using MicroCred.EndToEnd.Tests.Http;
using MicroCred.EndToEnd.Tests.Running;

namespace MicroCred.EndToEnd.Tests.Evaluation;

public sealed class DecidingTests(RunningInstance instance) : EndToEndTest(instance)
{
    [Fact]
    public async Task An_approval_leads_to_the_register()
    {
        var application = await Instance.InReviewAsync();

        await application.DecideAsync("Approve");

        var published = await application.UntilAsync("Published");
        Assert.True((int)published["registerNumber"]! > 0);
    }

    [Fact]
    public async Task An_approval_with_conditions_leads_to_the_register()
    {
        var application = await Instance.InReviewAsync();

        await application.DecideAsync("ApproveWithConditions", "Confirm the workshops.");

        await application.UntilAsync("Published");
    }

    [Fact]
    public async Task A_decline_by_two_evaluators_ends_the_application()
    {
        var application = await Instance.InReviewAsync();

        await application.DecideAsync("Decline");
        await application.ReviewAsync("Decline");

        Assert.Null((await application.UntilAsync("Declined"))["registerNumber"]);
    }

    [Fact]
    public async Task Nothing_is_decided_before_every_criterion_has_a_finding()
    {
        var application = await Instance.InReviewAsync();
        var task = await application.TaskAsync();
        for (var criterion = 1; criterion <= 6; criterion++)
        {
            await task.FindAsync(criterion);
        }

        await application.StaysAsItIsAsync(async () => (await task.DecideAsync("Approve")).IsWrongState());
    }

    [Theory]
    [InlineData("NotMet", "Approve", null)]
    [InlineData("NotMet", "ApproveWithConditions", "A condition.")]
    [InlineData("MetWithCondition", "Approve", null)]
    [InlineData("MetWithCondition", "ApproveWithConditions", null)]
    [InlineData("MetWithCondition", "ApproveWithConditions", "  ")]
    [InlineData("Met", "Approve", "A condition.")]
    public async Task A_decision_against_the_findings_is_refused_and_nothing_changes(string result, string outcome, string? condition)
    {
        var application = await Instance.InReviewAsync();
        var task = await application.TaskAsync();
        await task.FindAllAsync();
        await task.FindAsync(4, result);

        await application.StaysAsItIsAsync(async () => (await task.DecideAsync(outcome, condition is null ? [] : [condition])).IsRefused());
    }

    [Theory]
    [InlineData("{\"outcome\":\"Maybe\",\"reasons\":\"a\",\"conditions\":[]}")]
    [InlineData("{\"outcome\":0,\"reasons\":\"a\",\"conditions\":[]}")]
    [InlineData("{\"reasons\":\"a\",\"conditions\":[]}")]
    [InlineData("{\"outcome\":\"Approve\",\"conditions\":[]}")]
    [InlineData("{\"outcome\":\"Approve\",\"reasons\":\"\",\"conditions\":[]}")]
    [InlineData("{\"outcome\":\"Approve\",\"reasons\":7,\"conditions\":[]}")]
    [InlineData("{\"outcome\":\"Approve\",\"reasons\":\"a\",\"conditions\":\"b\"}")]
    [InlineData("{\"outcome\":\"Approve\",\"reasons\":\"a\",\"conditions\":[],\"colour\":\"red\"}")]
    [InlineData("null")]
    [InlineData("")]
    public async Task A_decision_with_a_fault_is_refused_and_nothing_changes(string body)
    {
        var application = await Instance.InReviewAsync();
        var task = await application.TaskAsync();
        await task.FindAllAsync();

        await application.StaysAsItIsAsync(async () =>
            (await task.Assignee.SendAsync(HttpMethod.Post, $"{task.Path}/decision", Caller.Json(body))).IsFaultyBody()
        );
    }

    [Theory]
    [InlineData("Eligible")]
    [InlineData("Ineligible")]
    public async Task An_evaluation_is_not_decided_as_funding_is(string outcome)
    {
        var application = await Instance.InReviewAsync();
        var task = await application.TaskAsync();
        await task.FindAllAsync();

        await application.StaysAsItIsAsync(async () => (await task.DecideAsync(outcome)).IsRefused());
    }

    [Fact]
    public async Task Another_evaluator_decides_nothing()
    {
        var application = await Instance.InReviewAsync();
        var task = await application.TaskAsync();
        await task.FindAllAsync();

        await application.StaysAsItIsAsync(async () =>
            (await task.AnotherEvaluator.PostAsync($"{task.Path}/decision", TestTask.Decision("Approve"))).IsNotThereOrNotYours()
        );
    }

    [Fact]
    public async Task An_application_is_decided_once()
    {
        var application = await Instance.InReviewAsync();
        var task = await application.TaskAsync();
        await application.DeclineAsync();

        await application.StaysAsItIsAsync(async () => (await task.DecideAsync("Approve")).IsWrongState());
    }

    [Fact]
    public async Task Of_many_decisions_at_once_one_counts()
    {
        var application = await Instance.InReviewAsync();
        var task = await application.TaskAsync();
        await task.FindAllAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => task.DecideAsync("Decline")));

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.OK);
        Assert.All(answers.Where(answer => answer.Status != HttpStatusCode.OK), answer => answer.IsWrongState());
    }

    [Fact]
    public async Task The_same_idempotency_key_answers_the_same()
    {
        var application = await Instance.InReviewAsync();
        var task = await application.TaskAsync();
        await task.FindAllAsync();
        var key = Header.IdempotencyKey(Guid.NewGuid());

        var first = (await task.Assignee.PostAsync($"{task.Path}/decision", TestTask.Decision("Approve"), key)).Is(HttpStatusCode.OK);
        await application.UntilAsync("Published");
        var again = (await task.Assignee.PostAsync($"{task.Path}/decision", TestTask.Decision("Approve"), key)).Is(HttpStatusCode.OK);

        Assert.True(JsonNode.DeepEquals(first.Json, again.Json), $"{first} and then {again}");
    }

    [Fact]
    public async Task An_ETag_that_was_never_the_applications_is_refused_and_nothing_changes()
    {
        var application = await Instance.InReviewAsync();
        var task = await application.TaskAsync();
        await task.FindAllAsync();

        await application.StaysAsItIsAsync(async () =>
            (await task.Assignee.PostAsync($"{task.Path}/decision", TestTask.Decision("Approve"), Header.IfMatch("\"never\""))).IsMoved()
        );
        (await task.Assignee.PostAsync($"{task.Path}/decision", new JsonArray(), Header.IfMatch("\"never\""))).IsMoved();
    }
}
