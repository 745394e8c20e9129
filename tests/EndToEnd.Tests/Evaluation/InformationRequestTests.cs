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

    [Fact]
    public async Task It_is_read_back_with_all_that_was_asked_and_answered()
    {
        var application = await AskedAsync("/microCredential/assessment");
        var open = await RequestAsync(application);
        Assert.Equal(
            ["number", "question", "criteria", "fields", "askedAt", "due", "answeredAt", "answer", "status"],
            open.AsObject().Select(member => member.Key)
        );
        Assert.Equal("/microCredential/assessment", (string?)open["fields"]![0]);
        Assert.Equal(("Open", null, null), ((string?)open["status"], (string?)open["answer"], (string?)open["answeredAt"]));

        (await AnswerAsync(application, 1)).Is(HttpStatusCode.Accepted);

        var answered = await RequestAsync(application);
        Assert.Equal(("Answered", "Eighty."), ((string?)answered["status"], (string?)answered["answer"]));
        Assert.NotNull(answered["answeredAt"]);
    }

    [Theory]
    [InlineData("/type")]
    [InlineData("/registerNumber")]
    [InlineData("/microCredential/colour")]
    [InlineData("microCredential/title")]
    [InlineData("/documents")]
    [InlineData("")]
    public async Task A_field_that_nobody_may_change_is_refused_by_its_place(string field)
    {
        var application = await Instance.InReviewAsync();
        var task = await application.TaskAsync();

        await application.StaysAsItIsAsync(async () =>
        {
            var refused = (
                await task.Assignee.PostAsync(
                    $"{task.Path}/information-requests",
                    TestTask.Question().With("fields", new JsonArray("/need", field))
                )
            ).IsProblem(HttpStatusCode.UnprocessableEntity);
            Assert.Equal("fields[1]", (string?)refused.Json["findings"]![0]!["field"]);
        });
    }

    [Fact]
    public async Task The_provider_changes_the_fields_it_names_and_no_others()
    {
        var application = await AskedAsync("/microCredential/assessment", "/need/stakeholders");
        var body = await BodyAsync(application);
        body["microCredential"]!["assessment"] = "Three observations at work, moderated by two.";
        (await application.Owner.PutAsync(application.Path, body)).Is(HttpStatusCode.OK);
        Assert.Equal(
            "Three observations at work, moderated by two.",
            (string?)(await application.ReadAsync()).Json["microCredential"]!["assessment"]
        );

        (await application.Owner.PutAsync(application.Path, body)).Is(HttpStatusCode.OK);

        await application.StaysAsItIsAsync(async () =>
        {
            body["microCredential"]!["assessment"] = "None.";
            body["microCredential"]!["title"] = "Something else";
            var refused = (await application.Owner.PutAsync(application.Path, body)).IsProblem(HttpStatusCode.UnprocessableEntity);
            var finding = Assert.Single(refused.Json["findings"]!.AsArray());
            Assert.Equal("microCredential.title", (string?)finding!["field"]);
        });
    }

    [Fact]
    public async Task Without_fields_only_documents_are_taken()
    {
        var application = await Instance.InformationRequestedAsync();
        var body = await BodyAsync(application);
        (await application.Owner.PutAsync(application.Path, body)).Is(HttpStatusCode.OK);
        body["microCredential"]!["title"] = "Something else";
        (await application.Owner.PutAsync(application.Path, body)).IsProblem(HttpStatusCode.UnprocessableEntity);
        await application.UploadAsync("Other");
    }

    [Fact]
    public async Task A_fourth_question_is_not_asked()
    {
        var application = await Instance.InReviewAsync();
        var task = await application.TaskAsync();
        for (var number = 1; number <= 3; number++)
        {
            Assert.Equal(number, await task.AskAsync());
            (await AnswerAsync(application, number)).Is(HttpStatusCode.Accepted);
        }

        (await task.Assignee.PostAsync($"{task.Path}/information-requests", TestTask.Question())).IsWrongState();
    }

    [Fact]
    public async Task Findings_and_notes_are_recorded_while_it_is_open()
    {
        var application = await Instance.InformationRequestedAsync();
        var task = await application.TaskAsync();
        await task.FindAsync(3);
        (await task.Assignee.PostAsync($"{task.Path}/notes", new JsonObject { ["text"] = "Wait for it." })).Is(HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_registrar_gives_the_provider_until_the_end_of_another_day()
    {
        var application = await Instance.InformationRequestedAsync();
        var extended = (await ExtendAsync(application, "2040-07-01")).Is(HttpStatusCode.OK);
        Assert.Equal(EndOfFirstOfJuly, (DateTimeOffset)extended.Json["due"]!);
        Assert.Equal(EndOfFirstOfJuly, (DateTimeOffset)(await RequestAsync(application))["due"]!);
        Assert.Equal(EndOfFirstOfJuly, (DateTimeOffset)(await application.TimelineAsync())["waitingFor"]!["due"]!);
    }

    [Theory]
    [InlineData("2020-01-01", "Ill.", HttpStatusCode.UnprocessableEntity)]
    [InlineData("2040-07-01", " ", HttpStatusCode.UnprocessableEntity)]
    [InlineData("2040-07-01", null, HttpStatusCode.UnprocessableEntity)]
    [InlineData(null, "Ill.", HttpStatusCode.UnprocessableEntity)]
    [InlineData("tomorrow", "Ill.", HttpStatusCode.BadRequest)]
    public async Task Another_day_is_one_to_come_with_a_reason(string? due, string? reason, HttpStatusCode status)
    {
        var application = await Instance.InformationRequestedAsync();
        var task = await application.TaskAsync();
        await application.StaysAsItIsAsync(async () =>
        {
            (await ExtendAsync(application, due, reason)).IsProblem(status);
            (await Registrar.PostAsync($"{task.Path}/extension", new JsonObject { ["due"] = due, ["reason"] = reason })).IsProblem(status);
        });
    }

    [Fact]
    public async Task It_is_not_closed_before_its_due_date_nor_settled_once_it_was_answered()
    {
        var application = await Instance.InformationRequestedAsync();
        await application.StaysAsItIsAsync(async () => (await LapseAsync(application)).IsWrongState());
        (await AnswerAsync(application, 1)).Is(HttpStatusCode.Accepted);
        await application.StaysAsItIsAsync(async () =>
        {
            (await LapseAsync(application)).IsWrongState();
            (await ExtendAsync(application, "2040-07-01")).IsWrongState();
        });
    }

    [Fact]
    public async Task Nobody_but_a_registrar_settles_it()
    {
        var application = await Instance.InformationRequestedAsync();
        var task = await application.TaskAsync();
        foreach (var caller in new[] { application.Owner, task.Assignee })
        {
            (await ExtendAsync(application, "2040-07-01", by: caller)).IsWrongRole();
            (await LapseAsync(application, by: caller)).IsWrongRole();
        }

        (await ExtendAsync(application, "2040-07-01", by: Instance.As("careerforce"))).IsNotThereOrNotYours();
        (await LapseAsync(application, by: Instance.As("careerforce"))).IsNotThereOrNotYours();
        (await application.Owner.PostAsync($"{task.Path}/extension", Extension("2040-07-01", "Ill."))).IsWrongRole();
        (await task.Assignee.PostAsync($"{task.Path}/extension", Extension("2040-07-01", "Ill."))).IsWrongRole();
    }

    [Fact]
    public async Task A_registrar_sets_the_day_by_which_a_task_is_due()
    {
        var application = await Instance.InReviewAsync();
        var task = await application.TaskAsync();
        var extended = (await Registrar.PostAsync($"{task.Path}/extension", Extension("2040-07-01", "It is long."))).Is(HttpStatusCode.OK);
        Assert.Equal(EndOfFirstOfJuly, (DateTimeOffset)extended.Json["due"]!);
        Assert.Equal(EndOfFirstOfJuly, (DateTimeOffset)(await application.TimelineAsync())["waitingFor"]!["due"]!);
    }

    private static readonly DateTimeOffset EndOfFirstOfJuly = new(2040, 7, 1, 11, 59, 59, TimeSpan.Zero);

    private Caller Registrar => Instance.As("registrar");

    private Task<Answer> ExtendAsync(TestApplication application, string? due, string? reason = "They are ill.", Caller? by = null) =>
        (by ?? Registrar).PostAsync($"{application.Path}/information-requests/1/extension", Extension(due, reason));

    private Task<Answer> LapseAsync(TestApplication application, Caller? by = null) =>
        (by ?? Registrar).PostAsync(
            $"{application.Path}/information-requests/1/lapse",
            new JsonObject { ["reason"] = "Nobody could be reached." }
        );

    private async Task<TestApplication> AskedAsync(params string[] fields)
    {
        var application = await Instance.InReviewAsync();
        await (await application.TaskAsync()).AskAsync(fields);
        return application;
    }

    private static JsonObject Extension(string? due, string? reason) => new() { ["due"] = due, ["reason"] = reason };

    private static async Task<JsonNode> RequestAsync(TestApplication application) =>
        (await application.ReadAsync()).Json["informationRequests"]!.AsArray()[^1]!;

    private static async Task<JsonObject> BodyAsync(TestApplication application) =>
        ApplicationBody.SentBack((await application.ReadAsync()).Json);

    private static Task<Answer> AnswerAsync(TestApplication application, int number, params Header[] headers) =>
        application.Owner.PostAsync(
            $"{application.Path}/information-requests/{number}/response",
            new JsonObject { ["answer"] = "Eighty." },
            headers
        );
}
