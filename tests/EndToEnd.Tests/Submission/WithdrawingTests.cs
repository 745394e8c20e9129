using System.Net;
using System.Text.Json.Nodes;
using MicroCred.EndToEnd.Tests.Applications;
using MicroCred.EndToEnd.Tests.Http;
using MicroCred.EndToEnd.Tests.Running;

namespace MicroCred.EndToEnd.Tests.Submission;

public sealed class WithdrawingTests(RunningInstance instance) : EndToEndTest(instance)
{
    private static readonly Dictionary<string, Func<RunningInstance, Task<TestApplication>>> Journey = new()
    {
        ["Draft"] = instance => instance.DraftAsync(),
        ["Returned"] = Journeys.ReturnedAsync,
        ["InReview"] = instance => instance.InReviewAsync(),
        ["InformationRequested"] = Journeys.InformationRequestedAsync,
        ["Referred"] = Journeys.ReferredAsync,
        ["Declined"] = Journeys.DeclinedAsync,
        ["Withdrawn"] = Journeys.WithdrawnAsync,
        ["Published"] = instance => instance.PublishedAsync(),
    };

    [Theory]
    [InlineData("Returned")]
    [InlineData("InReview")]
    [InlineData("InformationRequested")]
    public async Task An_application_can_be_withdrawn_until_it_is_published_and_nobody_has_a_task_left(string status)
    {
        var application = await Journey[status](Instance);

        (await WithdrawAsync(application)).Is(HttpStatusCode.Accepted);

        await application.UntilAsync("Withdrawn");
        Assert.All(await application.TasksAsync(), task => Assert.Equal("Done", (string?)task!["status"]));
        Assert.Null((await application.TimelineAsync())["waitingFor"]);
    }

    [Fact]
    public async Task A_submission_withdrawn_at_once_ends_withdrawn()
    {
        var application = await Instance.SubmittedAsync();

        (await WithdrawAsync(application)).Is(HttpStatusCode.Accepted);

        await application.UntilAsync("Withdrawn");
    }

    [Theory]
    [InlineData("Draft")]
    [InlineData("Declined")]
    [InlineData("Withdrawn")]
    [InlineData("Published")]
    [InlineData("Referred")]
    public async Task What_is_not_under_way_cannot_be_withdrawn(string status)
    {
        var application = await Journey[status](Instance);

        await application.StaysAsItIsAsync(async () => (await WithdrawAsync(application)).IsWrongState());
    }

    [Fact]
    public async Task Nobody_decides_a_withdrawn_application()
    {
        var application = await Instance.InReviewAsync();
        var task = await application.TaskAsync();
        await task.FindAllAsync();
        (await WithdrawAsync(application)).Is(HttpStatusCode.Accepted);
        await application.UntilAsync("Withdrawn");

        await application.StaysAsItIsAsync(async () =>
        {
            (await task.DecideAsync("Approve")).IsWrongState();
            (await task.Assignee.PutAsync($"{task.Path}/findings/1", TestTask.Finding())).IsWrongState();
            (await task.Assignee.PostAsync($"{task.Path}/information-requests", TestTask.Question())).IsWrongState();
            (await application.Owner.PutAsync(application.Path, ApplicationBody.New())).IsWrongState();
            (await application.Owner.PostAsync($"{application.Path}/submission")).IsWrongState();
        });
    }

    [Fact]
    public async Task A_withdrawal_at_once_with_a_decision_that_does_not_count_yet_stands()
    {
        var application = await Instance.InReviewAsync();
        var task = await application.TaskAsync();
        await task.FindAllAsync();

        var (withdrawal, decision) = (WithdrawAsync(application), task.DecideAsync("Decline"));
        await Task.WhenAll(withdrawal, decision);

        // A first decision to decline doesn't count yet, so a withdrawal may still come after it.
        Assert.Equal(HttpStatusCode.Accepted, (await withdrawal).Status);
        if ((await decision).Status != HttpStatusCode.OK)
        {
            (await decision).IsWrongState();
        }

        Assert.Null((await application.UntilAsync("Withdrawn"))["decision"]);
    }

    [Fact]
    public async Task A_withdrawal_and_a_decision_that_counts_at_once_do_not_both_win()
    {
        var application = await Instance.UnderReviewAsync();
        var task = await application.TaskAsync("SecondReview");
        await task.FindAllAsync();

        var (withdrawal, decision) = (WithdrawAsync(application), task.DecideAsync("Decline"));
        await Task.WhenAll(withdrawal, decision);

        var (withdrawn, declined) = ((await withdrawal).Status == HttpStatusCode.Accepted, (await decision).Status == HttpStatusCode.OK);
        Assert.True(withdrawn ^ declined, $"{await withdrawal} and {await decision}");
        await application.UntilAsync(withdrawn ? "Withdrawn" : "Declined");
    }

    [Fact]
    public async Task What_waits_for_a_second_review_can_be_withdrawn()
    {
        var application = await Instance.UnderReviewAsync();

        (await WithdrawAsync(application)).Is(HttpStatusCode.Accepted);

        await application.UntilAsync("Withdrawn");
        Assert.All(await application.TasksAsync(), task => Assert.Equal("Done", (string?)task!["status"]));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("")]
    [InlineData("{\"reason\":null}")]
    [InlineData("{\"reason\":\"\"}")]
    [InlineData("{\"reason\":\"  \"}")]
    [InlineData("{\"reason\":7}")]
    [InlineData("{\"reason\":\"a\",\"colour\":\"red\"}")]
    [InlineData("{\"reason\":\"a\",\"reason\":\"b\"}")]
    public async Task A_withdrawal_without_a_proper_reason_is_refused_and_nothing_changes(string body)
    {
        var application = await Instance.ReturnedAsync();

        await application.StaysAsItIsAsync(async () =>
            (await application.Owner.SendAsync(HttpMethod.Post, $"{application.Path}/withdrawal", Caller.Json(body))).IsFaultyBody()
        );
    }

    [Fact]
    public async Task A_stale_ETag_is_refused_and_nothing_changes()
    {
        var application = await Instance.ReturnedAsync();
        var stale = await application.ETagAsync();
        await application.UploadAsync("Other");

        await application.StaysAsItIsAsync(async () => (await WithdrawAsync(application, Header.IfMatch(stale))).IsMoved());
    }

    [Fact]
    public async Task The_same_idempotency_key_answers_the_same()
    {
        var application = await Instance.ReturnedAsync();
        var key = Header.IdempotencyKey(Guid.NewGuid());

        var first = (await WithdrawAsync(application, key)).Is(HttpStatusCode.Accepted);
        var again = (await WithdrawAsync(application, key)).Is(HttpStatusCode.Accepted);

        Assert.True(JsonNode.DeepEquals(first.Json, again.Json), $"{first} and then {again}");
    }

    private static Task<Answer> WithdrawAsync(TestApplication application, params Header[] headers) =>
        application.Owner.PostAsync($"{application.Path}/withdrawal", new JsonObject { ["reason"] = "We need more time." }, headers);
}
