using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using MicroCred.EndToEnd.Tests.Applications;
using MicroCred.EndToEnd.Tests.Http;
using MicroCred.EndToEnd.Tests.Running;

namespace MicroCred.EndToEnd.Tests.Evaluation;

public sealed class ConditionTests(RunningInstance instance) : EndToEndTest(instance)
{
    /// <summary>1 March 2030, and 1 July 2030, 23:59:59 in Auckland.</summary>
    private const string InMarch = "2030-03-01T10:59:59+00:00";

    private const string InJuly = "2030-07-01T11:59:59+00:00";

    [Fact]
    public async Task Each_condition_is_followed_up_by_a_registrar_and_holds_up_nothing()
    {
        var application = await Instance.InReviewAsync();
        await application.DecideAsync("ApproveWithConditions", "Confirm the workshops.", "Name a moderator.");

        var published = await application.UntilAsync("Published");
        var followUps = (await application.TasksAsync()).Where(task => (string?)task!["kind"] == "ConditionFollowUp").ToList();

        Assert.Equal(["Confirm the workshops.", "Name a moderator."], followUps.Select(task => (string?)task!["condition"]));
        Assert.All(followUps, task =>
        {
            Assert.StartsWith("registrar", (string)task!["assignee"]!, StringComparison.Ordinal);
            Assert.Equal("Open", (string?)task["status"]);
            AssertSameMoment(InMarch, task["due"]);
            Assert.Equal((int)published["registerNumber"]!, (int)task["registerNumber"]!);
        });
        AssertSameMoment(InMarch, published["decision"]!["conditions"]![0]!["due"]);
        var listed = await As("registrar").GetAsync($"api/tasks?assignee={followUps[0]!["assignee"]}&limit=200");
        Assert.Contains(listed.Is(HttpStatusCode.OK).Json["items"]!.AsArray(), task =>
            (string?)task!["id"] == (string?)followUps[0]!["id"]
        );
    }

    [Theory]
    [InlineData("Met")]
    [InlineData("NotMet")]
    public async Task What_is_decided_of_a_condition_is_public_and_makes_no_version(string outcome)
    {
        var (application, task) = await PublishedAsync();
        var number = (int)(await application.ReadAsync()).Json["registerNumber"]!;
        Assert.Equal("Open", (string?)(await ConditionAsync(number))["status"]);

        var decided = (await task.Assignee.PostAsync($"{task.Path}/decision", Decision(outcome))).Is(HttpStatusCode.OK).Json;

        Assert.Equal(("Done", outcome), ((string?)decided["status"], (string?)decided["decision"]!["outcome"]));
        var condition = await ConditionAsync(number);
        Assert.Equal(("Confirm the workshops.", outcome), ((string?)condition["text"], (string?)condition["status"]));
        AssertSameMoment(InMarch, condition["due"]);
        Assert.Equal(1, (int)(await EntryAsync(number))["version"]!);
        Assert.Equal("Published", await application.StatusAsync());
        Assert.Contains(
            $"Confirm the workshops.|2030-03-01|{outcome}",
            (await Anyone.GetAsync("api/register.csv")).Is(HttpStatusCode.OK).Text,
            StringComparison.Ordinal
        );
        var page = (await Anyone.GetAsync($"register/{number}")).Is(HttpStatusCode.OK).Text;
        Assert.Contains("Confirm the workshops.", page, StringComparison.Ordinal);
        Assert.Contains(outcome == "Met" ? ">Met<" : ">Not met<", page, StringComparison.Ordinal);
        (await task.Assignee.PostAsync($"{task.Path}/decision", Decision("Met"))).IsWrongState();
    }

    [Fact]
    public async Task More_time_leaves_it_open_with_its_new_date()
    {
        var (application, task) = await PublishedAsync();

        var extended = (await task.Assignee.PostAsync($"{task.Path}/decision", Decision("Extend", "2030-07-01")))
            .Is(HttpStatusCode.OK)
            .Json;

        Assert.Equal("Open", (string?)extended["status"]);
        Assert.Null(extended["decision"]);
        AssertSameMoment(InJuly, extended["due"]);
        var condition = await ConditionAsync((int)(await application.ReadAsync()).Json["registerNumber"]!);
        Assert.Equal("Open", (string?)condition["status"]);
        AssertSameMoment(InJuly, condition["due"]);
    }

    [Theory]
    [InlineData("Extend", null, HttpStatusCode.UnprocessableEntity)]
    [InlineData("Extend", "2020-01-01", HttpStatusCode.UnprocessableEntity)]
    [InlineData("Extend", "9999-12-31", HttpStatusCode.UnprocessableEntity)]
    [InlineData("Met", "2030-07-01", HttpStatusCode.UnprocessableEntity)]
    [InlineData("Extend", "July", HttpStatusCode.BadRequest)]
    [InlineData("Approve", null, HttpStatusCode.BadRequest)]
    [InlineData("Eligible", null, HttpStatusCode.BadRequest)]
    public async Task A_faulty_decision_of_a_condition_is_refused_and_nothing_changes(string outcome, string? due, HttpStatusCode status)
    {
        var (application, task) = await PublishedAsync();
        await application.StaysAsItIsAsync(async () =>
            (await task.Assignee.PostAsync($"{task.Path}/decision", Decision(outcome, due))).Is(status)
        );
    }

    [Theory]
    [InlineData("ApproveWithConditions", "Name a moderator.", "2020-01-01", HttpStatusCode.UnprocessableEntity)]
    [InlineData("ApproveWithConditions", "\u200b ", "2030-03-01", HttpStatusCode.UnprocessableEntity)]
    [InlineData("Decline", "Name a moderator.", "2030-03-01", HttpStatusCode.UnprocessableEntity)]
    [InlineData("ApproveWithConditions", "Name a moderator.", "next year", HttpStatusCode.BadRequest)]
    [InlineData("Met", "Name a moderator.", "2030-03-01", HttpStatusCode.BadRequest)]
    public async Task A_faulty_condition_is_refused_and_nothing_changes(string outcome, string text, string due, HttpStatusCode status)
    {
        var application = await Instance.InReviewAsync();
        var task = await application.TaskAsync();
        await task.FindAllAsync();
        var decision = TestTask.Decision(outcome);
        decision["conditions"] = new JsonArray(TestTask.Condition(text, due));

        await application.StaysAsItIsAsync(async () => (await task.Assignee.PostAsync($"{task.Path}/decision", decision)).Is(status));
    }

    [Fact]
    public async Task Another_registrar_does_not_decide_a_condition()
    {
        var (application, task) = await PublishedAsync();
        var other = task.AssigneeId == "registrar" ? "registrar-2" : "registrar";
        await application.StaysAsItIsAsync(async () =>
            (await As(other).PostAsync($"{task.Path}/decision", Decision("Met"))).IsNotThereOrNotYours()
        );
    }

    private async Task<(TestApplication Application, TestTask Task)> PublishedAsync()
    {
        var application = await Instance.InReviewAsync();
        await application.DecideAsync("ApproveWithConditions", "Confirm the workshops.");
        await application.UntilAsync("Published");
        return (application, await application.TaskAsync("ConditionFollowUp"));
    }

    private async Task<JsonNode> EntryAsync(int number) => (await Anyone.GetAsync($"api/register/{number}")).Is(HttpStatusCode.OK).Json;

    private async Task<JsonNode> ConditionAsync(int number) => Assert.Single((await EntryAsync(number))["conditions"]!.AsArray())!;

    private static JsonObject Decision(string outcome, string? due = null)
    {
        JsonObject decision = new() { ["outcome"] = outcome, ["reasons"] = "We saw it." };
        if (due is not null)
        {
            decision["due"] = due;
        }

        return decision;
    }

    private static void AssertSameMoment(string expected, JsonNode? actual) =>
        Assert.Equal(
            DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture),
            DateTimeOffset.Parse((string)actual!, CultureInfo.InvariantCulture)
        );
}
