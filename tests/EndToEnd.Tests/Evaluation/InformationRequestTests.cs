using System.Net;
using System.Text.Json.Nodes;
using MicroCred.EndToEnd.Tests.Applications;
using MicroCred.EndToEnd.Tests.Http;
using MicroCred.EndToEnd.Tests.Running;

namespace MicroCred.EndToEnd.Tests.Evaluation;

public sealed class InformationRequestTests(RunningInstance instance) : EndToEndTest(instance)
{
    [Fact]
    public async Task A_question_goes_to_the_provider_and_its_answer_comes_back()
    {
        var application = await Instance.InReviewAsync();
        var task = await application.TaskAsync();

        var asked = (await task.Assignee.PostAsync($"{task.Path}/information-requests", TestTask.Question()))
            .Is(HttpStatusCode.Created)
            .Json;
        Assert.Equal(1, (int?)asked["number"]);
        Assert.True((DateTimeOffset)asked["due"]! > DateTimeOffset.UtcNow);
        await application.UntilAsync("InformationRequested");

        await application.UploadAsync("Other");
        (await AnswerAsync(application, 1)).Is(HttpStatusCode.Accepted);
        await application.UntilAsync("InReview");

        Assert.Equal(4, (await application.ReadAsync()).Json["documents"]!.AsArray().Count);
        await application.DecideAsync("Approve");
        await application.UntilAsync("Published");
    }

    [Fact]
    public async Task Nothing_is_decided_while_the_question_is_open()
    {
        var application = await Instance.InReviewAsync();
        var task = await application.TaskAsync();
        await task.FindAllAsync();
        await task.AskAsync();
        await application.UntilAsync("InformationRequested");

        await application.StaysAsItIsAsync(async () => (await task.DecideAsync("Approve")).IsWrongState());
    }

    [Fact]
    public async Task A_second_question_waits_for_the_first_answer()
    {
        var application = await Instance.InformationRequestedAsync();
        var task = await application.TaskAsync();

        await application.StaysAsItIsAsync(async () =>
            (await task.Assignee.PostAsync($"{task.Path}/information-requests", TestTask.Question())).IsWrongState()
        );
    }

    [Fact]
    public async Task A_question_is_answered_once()
    {
        var application = await Instance.InformationRequestedAsync();
        (await AnswerAsync(application, 1)).Is(HttpStatusCode.Accepted);
        await application.UntilAsync("InReview");

        await application.StaysAsItIsAsync(async () => (await AnswerAsync(application, 1)).IsWrongState());
    }

    [Fact]
    public async Task The_same_idempotency_key_answers_the_same()
    {
        var application = await Instance.InformationRequestedAsync();
        var key = Header.IdempotencyKey(Guid.NewGuid());

        var first = (await AnswerAsync(application, 1, key)).Is(HttpStatusCode.Accepted);
        await application.UntilAsync("InReview");
        var again = (await AnswerAsync(application, 1, key)).Is(HttpStatusCode.Accepted);

        Assert.True(JsonNode.DeepEquals(first.Json, again.Json), $"{first} and then {again}");
    }

    [Theory]
    [InlineData("2")]
    [InlineData("0")]
    [InlineData("one")]
    public async Task A_question_that_nobody_asked_is_not_there(string number)
    {
        var application = await Instance.InformationRequestedAsync();

        await application.StaysAsItIsAsync(async () =>
            (
                await application.Owner.PostAsync(
                    $"{application.Path}/information-requests/{number}/response",
                    new JsonObject { ["answer"] = "Eighty." }
                )
            ).IsNotThereOrNotYours()
        );
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"answer\":null}")]
    [InlineData("{\"answer\":\"\"}")]
    [InlineData("{\"answer\":80}")]
    [InlineData("{\"answer\":\"a\",\"colour\":\"red\"}")]
    [InlineData("null")]
    public async Task An_answer_with_a_fault_is_refused_and_nothing_changes(string body)
    {
        var application = await Instance.InformationRequestedAsync();

        await application.StaysAsItIsAsync(async () =>
            (
                await application.Owner.SendAsync(HttpMethod.Post, $"{application.Path}/information-requests/1/response", Caller.Json(body))
            ).IsFaultyBody()
        );
    }

    [Theory]
    [InlineData("{\"criteria\":[1]}")]
    [InlineData("{\"question\":\"\",\"criteria\":[1]}")]
    [InlineData("{\"question\":\"a\",\"criteria\":[8]}")]
    [InlineData("{\"question\":\"a\",\"criteria\":[0]}")]
    [InlineData("{\"question\":\"a\",\"criteria\":\"1\"}")]
    [InlineData("{\"question\":\"a\",\"criteria\":[\"1\"]}")]
    [InlineData("{\"question\":7,\"criteria\":[1]}")]
    [InlineData("{\"question\":\"a\",\"criteria\":[1],\"colour\":\"red\"}")]
    [InlineData("null")]
    public async Task A_question_with_a_fault_is_refused_and_nothing_changes(string body)
    {
        var application = await Instance.InReviewAsync();
        var task = await application.TaskAsync();

        await application.StaysAsItIsAsync(async () =>
            (await task.Assignee.SendAsync(HttpMethod.Post, $"{task.Path}/information-requests", Caller.Json(body))).IsFaultyBody()
        );
    }

    [Fact]
    public async Task Another_evaluator_asks_nothing()
    {
        var application = await Instance.InReviewAsync();
        var task = await application.TaskAsync();

        await application.StaysAsItIsAsync(async () =>
            (await task.AnotherEvaluator.PostAsync($"{task.Path}/information-requests", TestTask.Question())).IsNotThereOrNotYours()
        );
    }

    private static Task<Answer> AnswerAsync(TestApplication application, int number, params Header[] headers) =>
        application.Owner.PostAsync(
            $"{application.Path}/information-requests/{number}/response",
            new JsonObject { ["answer"] = "Eighty." },
            headers
        );
}
