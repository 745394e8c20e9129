using System.Net;
using System.Text.Json.Nodes;
using MicroCred.EndToEnd.Tests.Applications;
using MicroCred.EndToEnd.Tests.Running;

namespace MicroCred.EndToEnd.Tests.Submission;

public sealed class TimelineTests(RunningInstance instance) : EndToEndTest(instance)
{
    [Fact]
    public async Task A_timeline_tells_what_happened_by_whom_and_when_in_order()
    {
        var application = await Instance.InReviewAsync();
        await application.DecideAsync("Approve");
        await application.UntilAsync("Published");

        var events = (await application.TimelineAsync())["events"]!.AsArray();

        Assert.Equal(
            ["Submitted", "Validated", "Assigned", "Approved", "Published"],
            events
                .Select(happened => (string)happened!["event"]!)
                .Where(name => name is "Submitted" or "Validated" or "Assigned" or "Approved" or "Published")
        );
        Assert.All(events, happened =>
        {
            Assert.Equal(TimeSpan.Zero, ((DateTimeOffset)happened!["at"]!).Offset);
            Assert.NotNull(happened["actor"]);
            Assert.NotNull(happened["detail"]);
        });
        var times = events.Select(happened => (DateTimeOffset)happened!["at"]!).ToList();
        Assert.Equal(times.Order(), times);
    }

    [Fact]
    public async Task A_timeline_comes_in_pages()
    {
        var application = await Instance.InReviewAsync();
        var whole = (await application.TimelineAsync())["events"]!.AsArray().Select(happened => happened!.ToJsonString()).ToList();

        List<string> read = [];
        var after = "";
        for (var page = 0; page == 0 || after.Length > 0; page++)
        {
            var answer = (await application.Owner.GetAsync($"{application.Path}/timeline?limit=2{after}")).Is(HttpStatusCode.OK).Json;
            Assert.InRange(answer["events"]!.AsArray().Count, 1, 2);
            Assert.NotNull(answer["waitingFor"]);
            read.AddRange(answer["events"]!.AsArray().Select(happened => happened!.ToJsonString()));
            after = answer["next"] is { } next ? $"&after={Uri.EscapeDataString((string)next!)}" : "";
        }

        Assert.Equal(whole, read);
    }

    [Theory]
    [InlineData("limit=0")]
    [InlineData("limit=201")]
    [InlineData("limit=two")]
    [InlineData("after=made-up")]
    public async Task A_page_that_there_is_not_is_the_callers_fault(string query)
    {
        var draft = await Instance.DraftAsync();

        (await draft.Owner.GetAsync($"{draft.Path}/timeline?{query}")).IsProblem(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_returned_application_waits_for_its_provider_until_it_lapses() =>
        AssertDue(await WaitingForAsync(await Instance.ReturnedAsync()));

    [Fact]
    public async Task An_application_in_review_waits_for_its_evaluator_and_its_provider_is_told_that_NZQA_has_it()
    {
        var application = await Instance.InReviewAsync();

        var waitingFor = await WaitingForAsync(application);
        var asNzqaSeesIt = (await As("registrar").GetAsync($"{application.Path}/timeline")).Is(HttpStatusCode.OK).Json["waitingFor"]!;

        Assert.Equal("NZQA", (string?)waitingFor["who"]);
        Assert.Equal((await application.TaskAsync()).AssigneeId, (string?)asNzqaSeesIt["who"]);
        AssertDue(waitingFor);
    }

    [Fact]
    public async Task An_application_with_an_open_question_waits_for_its_provider() =>
        AssertDue(await WaitingForAsync(await Instance.InformationRequestedAsync()));

    [Fact]
    public async Task A_referred_application_waits_for_the_funding_adviser_and_its_provider_is_told_that_TEC_has_it()
    {
        var application = await Instance.ReferredAsync();

        var asTecSeesIt = (await As("funding-adviser").GetAsync($"{application.Path}/timeline")).Is(HttpStatusCode.OK).Json["waitingFor"]!;

        Assert.Equal("TEC", (string?)(await WaitingForAsync(application))["who"]);
        Assert.Equal("funding-adviser", (string?)asTecSeesIt["who"]);
    }

    [Fact]
    public async Task A_published_application_waits_for_nobody() =>
        Assert.Null((await (await Instance.PublishedAsync()).TimelineAsync())["waitingFor"]);

    [Fact]
    public async Task A_declined_application_waits_for_nobody() =>
        Assert.Null((await (await Instance.DeclinedAsync()).TimelineAsync())["waitingFor"]);

    private static async Task<JsonNode> WaitingForAsync(TestApplication application)
    {
        var waitingFor = (await application.TimelineAsync())["waitingFor"]!;
        Assert.False(string.IsNullOrWhiteSpace((string?)waitingFor["who"]));
        Assert.False(string.IsNullOrWhiteSpace((string?)waitingFor["what"]));
        return waitingFor;
    }

    private static void AssertDue(JsonNode waitingFor) =>
        Assert.True((DateTimeOffset)waitingFor["due"]! > DateTimeOffset.UtcNow, waitingFor.ToJsonString());
}
