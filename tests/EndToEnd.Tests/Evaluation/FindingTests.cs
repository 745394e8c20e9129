using System.Net;
using MicroCred.EndToEnd.Tests.Applications;
using MicroCred.EndToEnd.Tests.Http;
using MicroCred.EndToEnd.Tests.Running;

namespace MicroCred.EndToEnd.Tests.Evaluation;

public sealed class FindingTests(RunningInstance instance) : EndToEndTest(instance)
{
    [Theory]
    [InlineData("Met")]
    [InlineData("NotMet")]
    [InlineData("MetWithCondition")]
    public async Task A_finding_is_kept_with_its_comment(string result)
    {
        var task = await (await Instance.InReviewAsync()).TaskAsync();

        var answer = (await task.Assignee.PutAsync($"{task.Path}/findings/3", TestTask.Finding(result))).Is(HttpStatusCode.OK);

        var finding = Assert.Single(answer.Json["findings"]!.AsArray())!;
        Assert.Equal(3, (int?)finding["criterion"]);
        Assert.Equal(result, (string?)finding["result"]);
        Assert.Equal("A comment.", (string?)finding["comment"]);
    }

    [Fact]
    public async Task Each_of_the_seven_criteria_takes_a_finding_and_the_last_one_counts()
    {
        var task = await (await Instance.InReviewAsync()).TaskAsync();
        await task.FindAllAsync("NotMet");
        await task.FindAllAsync();

        var answer = (await task.Assignee.PutAsync($"{task.Path}/findings/7", TestTask.Finding())).Is(HttpStatusCode.OK);

        Assert.Equal([1, 2, 3, 4, 5, 6, 7], answer.Json["findings"]!.AsArray().Select(finding => (int)finding!["criterion"]!));
        Assert.All(answer.Json["findings"]!.AsArray(), finding => Assert.Equal("Met", (string?)finding!["result"]));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("8")]
    [InlineData("-1")]
    [InlineData("one")]
    [InlineData("1.5")]
    public async Task There_is_no_eighth_criterion(string criterion)
    {
        var application = await Instance.InReviewAsync();
        var task = await application.TaskAsync();

        await application.StaysAsItIsAsync(async () =>
            (await task.Assignee.PutAsync($"{task.Path}/findings/{criterion}", TestTask.Finding())).IsProblem(
                HttpStatusCode.NotFound,
                HttpStatusCode.BadRequest
            )
        );
    }

    [Theory]
    [InlineData("{\"result\":\"Perhaps\",\"comment\":\"a\"}")]
    [InlineData("{\"result\":0,\"comment\":\"a\"}")]
    [InlineData("{\"result\":null,\"comment\":\"a\"}")]
    [InlineData("{\"comment\":\"a\"}")]
    [InlineData("{\"result\":\"Met\"}")]
    [InlineData("{\"result\":\"Met\",\"comment\":null}")]
    [InlineData("{\"result\":\"Met\",\"comment\":\"\"}")]
    [InlineData("{\"result\":\"Met\",\"comment\":\"  \"}")]
    [InlineData("{\"result\":\"Met\",\"comment\":\"a\",\"colour\":\"red\"}")]
    [InlineData("{\"result\":\"Met\",\"result\":\"NotMet\",\"comment\":\"a\"}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("")]
    public async Task A_finding_with_a_fault_is_refused_and_nothing_changes(string body)
    {
        var application = await Instance.InReviewAsync();
        var task = await application.TaskAsync();

        await application.StaysAsItIsAsync(async () =>
            (await task.Assignee.SendAsync(HttpMethod.Put, $"{task.Path}/findings/1", Caller.Json(body))).IsFaultyBody()
        );
    }

    [Fact]
    public async Task Another_evaluator_finds_nothing()
    {
        var application = await Instance.InReviewAsync();
        var task = await application.TaskAsync();

        await application.StaysAsItIsAsync(async () =>
            (await task.AnotherEvaluator.PutAsync($"{task.Path}/findings/1", TestTask.Finding())).IsNotThereOrNotYours()
        );
    }

    [Theory]
    [InlineData("1")]
    [InlineData("no-task")]
    [InlineData("00000000-0000-0000-0000-000000000000-1")]
    public async Task A_task_that_there_is_not_is_not_there(string task) =>
        (await As("evaluator-1").PutAsync($"api/tasks/{task}/findings/1", TestTask.Finding())).IsNotThereOrNotYours();

    [Fact]
    public async Task A_second_task_of_an_application_that_has_one_is_not_there()
    {
        var application = await Instance.InReviewAsync();

        await application.StaysAsItIsAsync(async () =>
            (await As("evaluator-1").PutAsync($"api/tasks/{application.Id}-2/findings/1", TestTask.Finding())).IsNotThereOrNotYours()
        );
    }

    [Fact]
    public async Task An_ETag_that_was_never_the_applications_is_refused_and_nothing_changes()
    {
        var application = await Instance.InReviewAsync();
        var task = await application.TaskAsync();

        await application.StaysAsItIsAsync(async () =>
            (await task.Assignee.PutAsync($"{task.Path}/findings/1", TestTask.Finding(), Header.IfMatch("\"never\""))).IsMoved()
        );
    }

    [Fact]
    public async Task A_decided_application_takes_no_findings()
    {
        var application = await Instance.InReviewAsync();
        var task = await application.TaskAsync();
        await application.DeclineAsync();

        await application.StaysAsItIsAsync(async () =>
            (await task.Assignee.PutAsync($"{task.Path}/findings/1", TestTask.Finding())).IsWrongState()
        );
    }

    [Fact]
    public async Task Findings_on_different_criteria_at_once_are_all_kept()
    {
        var application = await Instance.InReviewAsync();
        var task = await application.TaskAsync();

        await Task.WhenAll(
            Enumerable
                .Range(1, 7)
                .Select(async criterion =>
                {
                    // One that meets another is told so, and tries again.
                    while (
                        (await task.Assignee.PutAsync($"{task.Path}/findings/{criterion}", TestTask.Finding())).Status is var status
                        && status != HttpStatusCode.OK
                    )
                    {
                        Assert.True(status is HttpStatusCode.Conflict or HttpStatusCode.PreconditionFailed, $"{status}");
                    }
                })
        );

        (await task.DecideAsync("Approve")).Is(HttpStatusCode.OK);
        await application.UntilAsync("Published");
    }
}
