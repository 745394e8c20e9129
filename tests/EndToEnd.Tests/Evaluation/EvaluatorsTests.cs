using System.Net;
using System.Text.Json.Nodes;
using MicroCred.EndToEnd.Tests.Applications;
using MicroCred.EndToEnd.Tests.Http;
using MicroCred.EndToEnd.Tests.Running;
using MicroCred.Tests.Support;

namespace MicroCred.EndToEnd.Tests.Evaluation;

/// <summary>Who evaluates, and to whom a task goes by that.</summary>
[Collection(nameof(Alone))]
public sealed class EvaluatorsTests(RunningInstance instance) : EndToEndTest(instance), IAsyncLifetime
{
    private const string Mito = "9001";

    private static readonly string[] Everything = ["absences", "capacity", "fields", "id", "interests", "levels", "name", "open"];

    private static readonly string Field = ((string)ApplicationBody.New()["microCredential"]!["nzsced"]!)[..2];

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => new RestoredEvaluators(Instance).DisposeAsync().AsTask();

    [Fact]
    public async Task A_registrar_sees_everybody_and_an_evaluator_their_own_row()
    {
        var all = (await As("registrar").GetAsync("api/evaluators")).Is(HttpStatusCode.OK).Json;
        var own = (await As("evaluator-2").GetAsync("api/evaluators")).Is(HttpStatusCode.OK).Json;

        Assert.Equal(RestoredEvaluators.All, all["items"]!.AsArray().Select(one => (string?)one!["id"]));
        Assert.Equal(Everything, all["items"]![0]!.AsObject().Select(property => property.Key).Order());
        Assert.True(all.AsObject().ContainsKey("next"));
        var row = Assert.Single(own["items"]!.AsArray())!;
        Assert.Equal("evaluator-2", (string?)row["id"]);
        Assert.Equal("""["9003"]""", row["interests"]!.ToJsonString());
        Assert.Equal("""{"from":1,"to":10}""", row["levels"]!.ToJsonString());
        Assert.Null(row["capacity"]);
    }

    [Fact]
    public async Task They_come_in_pages()
    {
        var first = (await As("registrar").GetAsync("api/evaluators?limit=3")).Is(HttpStatusCode.OK).Json;
        var second = (await As("registrar").GetAsync($"api/evaluators?limit=3&after={(string)first["next"]!}")).Is(HttpStatusCode.OK).Json;

        Assert.Equal(3, first["items"]!.AsArray().Count);
        Assert.Equal("evaluator-4", (string?)Assert.Single(second["items"]!.AsArray())!["id"]);
        Assert.Null(second["next"]);
    }

    [Theory]
    [InlineData("mito")]
    [InlineData("funding-adviser")]
    [InlineData("no-role")]
    public async Task Nobody_else_sees_or_changes_them(string persona)
    {
        (await As(persona).GetAsync("api/evaluators")).Is(HttpStatusCode.Forbidden);
        (await As(persona).PutAsync("api/evaluators/evaluator-1", new JsonObject())).Is(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task What_is_left_out_stays_and_what_is_read_may_be_sent_back()
    {
        await PutAsync("evaluator-1", """{"fields":["03","09"],"capacity":7}""");

        var changed = await PutAsync("evaluator-1", """{"levels":{"from":3,"to":6},"id":"somebody","name":"Else","open":99}""");

        Assert.Equal("evaluator-1", (string?)changed["id"]);
        Assert.NotEqual("Else", (string?)changed["name"]);
        Assert.Equal("""["03","09"]""", changed["fields"]!.ToJsonString());
        Assert.Equal(7, (int?)changed["capacity"]);
        Assert.Equal("""{"from":3,"to":6}""", changed["levels"]!.ToJsonString());
        Assert.Null((await PutAsync("evaluator-1", """{"capacity":null}"""))["capacity"]);
    }

    [Fact]
    public async Task An_evaluator_says_their_own_interests_and_absences_and_nothing_else()
    {
        var own = As("evaluator-3");
        var said = (
            await own.PutAsync(
                "api/evaluators/evaluator-3",
                new JsonObject
                {
                    ["interests"] = new JsonArray("9005"),
                    ["absences"] = new JsonArray(
                        new JsonObject
                        {
                            ["from"] = "2027-03-01",
                            ["to"] = "2027-03-05",
                            ["delegate"] = null,
                        }
                    ),
                }
            )
        ).Is(HttpStatusCode.OK).Json;

        Assert.Equal("""["9005"]""", said["interests"]!.ToJsonString());
        Assert.Equal("2027-03-05", (string?)said["absences"]![0]!["to"]);
        foreach (var body in (string[])["""{"fields":[]}""", """{"levels":{"from":1,"to":10}}""", """{"capacity":null}"""])
        {
            (await SendAsync(own, "evaluator-3", body)).Is(HttpStatusCode.Forbidden);
        }

        (await SendAsync(own, "evaluator-1", """{"interests":[]}""")).Is(HttpStatusCode.Forbidden);
        (await SendAsync(own, "nobody", """{"interests":[]}""")).Is(HttpStatusCode.Forbidden);
        (await SendAsync(As("registrar"), "nobody", """{"interests":[]}""")).Is(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("""{"fields":["3"]}""", "fields[0]")]
    [InlineData("""{"fields":["99"]}""", "fields[0]")]
    [InlineData("""{"levels":{"from":6,"to":3}}""", "levels")]
    [InlineData("""{"interests":["9999"]}""", "interests[0]")]
    [InlineData("""{"capacity":-1}""", "capacity")]
    [InlineData("""{"absences":[{"from":"2027-03-02","to":"2027-03-01","delegate":null}]}""", "absences[0].to")]
    [InlineData("""{"absences":[{"from":"2027-03-01","to":"2027-03-01","delegate":"evaluator-1"}]}""", "absences[0].delegate")]
    [InlineData("""{"absences":[{"from":"2027-03-01","to":"2027-03-01","delegate":"registrar"}]}""", "absences[0].delegate")]
    public async Task What_breaks_a_rule_is_refused_with_its_field(string body, string field)
    {
        var refused = (await SendAsync(As("registrar"), "evaluator-1", body)).Is(HttpStatusCode.UnprocessableEntity).Json;

        Assert.Equal(field, (string?)Assert.Single(refused["findings"]!.AsArray())!["field"]);
    }

    [Theory]
    [InlineData("""{"colour":"red"}""")]
    [InlineData("""{"fields":"03"}""")]
    [InlineData("""{"levels":{"from":0,"to":3}}""")]
    [InlineData("""{"capacity":"many"}""")]
    [InlineData("""{"absences":[{"from":"soon","to":"2027-03-01"}]}""")]
    [InlineData("[]")]
    public async Task What_has_not_the_shape_is_refused(string body) =>
        (await SendAsync(As("registrar"), "evaluator-1", body)).Is(HttpStatusCode.BadRequest);

    [Fact]
    public async Task A_change_is_refused_where_somebody_else_made_one_since()
    {
        var first = (await SendAsync(As("registrar"), "evaluator-1", """{"capacity":5}""")).Is(HttpStatusCode.OK);
        await PutAsync("evaluator-1", """{"capacity":6}""");

        var late = await As("registrar")
            .PutAsync("api/evaluators/evaluator-1", new JsonObject { ["capacity"] = 7 }, Header.IfMatch(first.ETag));

        late.Is(HttpStatusCode.PreconditionFailed);
        (await As("registrar").PutAsync("api/evaluators/evaluator-1", new JsonArray(), Header.IfMatch(first.ETag))).Is(
            HttpStatusCode.PreconditionFailed
        );
    }

    [Fact]
    public async Task A_task_goes_to_who_knows_its_field_and_among_these_its_level()
    {
        await PutAsync("evaluator-2", $$$"""{"fields":["{{{Field}}}"],"levels":{"from":9,"to":10}}""");
        await PutAsync("evaluator-4", $$$"""{"fields":["{{{Field}}}"],"levels":{"from":1,"to":4}}""");

        var application = await Instance.InReviewAsync();

        Assert.Equal("evaluator-4", (await application.TaskAsync()).AssigneeId);
    }

    [Fact]
    public async Task A_task_that_nobody_has_room_for_waits_until_somebody_has()
    {
        foreach (var id in RestoredEvaluators.All)
        {
            await PutAsync(id, """{"capacity":0}""");
        }

        var application = await Instance.SubmittedAsync();
        await application.UntilAsync("InReview");
        var waiting = await WaitingAsync(application);

        await PutAsync("evaluator-3", """{"capacity":1000}""");

        Assert.Null((string?)waiting["assignee"]);
        Assert.Equal("Open", (string?)waiting["status"]);
        var task = await application.TaskAsync();
        Assert.Equal("evaluator-3", task.AssigneeId);
        Assert.Equal((string?)waiting["id"], (string?)task.Json["id"]);
    }

    [Fact]
    public async Task An_interest_moves_the_open_tasks_of_that_provider_with_their_findings()
    {
        var application = await Instance.InReviewAsync();
        var task = await application.TaskAsync();
        await task.FindAsync(1);

        (await task.Assignee.PutAsync($"api/evaluators/{task.AssigneeId}", new JsonObject { ["interests"] = new JsonArray(Mito) })).Is(
            HttpStatusCode.OK
        );

        var moved = await application.TaskAsync();
        Assert.NotEqual(task.AssigneeId, moved.AssigneeId);
        Assert.Equal(task.AssigneeId, (string?)moved.Json["findings"]![0]!["by"]);
        (await task.Assignee.GetAsync(application.Path)).Is(HttpStatusCode.NotFound);
        (
            await As("registrar")
                .PostAsync($"{moved.Path}/assignment", new JsonObject { ["assignee"] = task.AssigneeId, ["reason"] = "A test." })
        ).Is(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task A_conflict_is_an_interest_and_moves_every_task_of_the_provider()
    {
        await KeepOnlyAsync("evaluator-1", "evaluator-3");
        var first = await Instance.InReviewAsync();
        var second = await Instance.InReviewAsync();
        var task = await first.TaskAsync();
        Assert.Equal("evaluator-1", (await second.TaskAsync()).AssigneeId);
        (await task.Assignee.PostAsync($"{task.Path}/conflict", new JsonObject { ["reason"] = "My sister." })).Is(HttpStatusCode.OK);

        var row = (await As("evaluator-1").GetAsync("api/evaluators")).Is(HttpStatusCode.OK).Json["items"]![0]!;
        Assert.Contains(Mito, row["interests"]!.AsArray().Select(number => (string?)number));
        Assert.Equal("evaluator-3", (await first.TaskAsync()).AssigneeId);
        Assert.Equal("evaluator-3", (await second.TaskAsync()).AssigneeId);
    }

    [Fact]
    public async Task While_somebody_is_away_their_delegate_has_what_is_theirs_and_what_would_be()
    {
        await KeepOnlyAsync("evaluator-1", "evaluator-4");
        var open = await Instance.InReviewAsync();

        await PutAsync("evaluator-1", Away("evaluator-4"));
        var next = await Instance.InReviewAsync();

        Assert.Equal("evaluator-4", (await open.TaskAsync()).AssigneeId);
        Assert.Equal("evaluator-4", (await next.TaskAsync()).AssigneeId);
    }

    [Fact]
    public async Task Without_a_delegate_open_tasks_stay_and_nothing_new_comes()
    {
        await KeepOnlyAsync("evaluator-1");
        var open = await Instance.InReviewAsync();

        await PutAsync("evaluator-1", Away(null));
        var next = await Instance.SubmittedAsync();
        await next.UntilAsync("InReview");

        Assert.Equal("evaluator-1", (await open.TaskAsync()).AssigneeId);
        Assert.Null((string?)(await WaitingAsync(next))["assignee"]);
        (
            await As("registrar")
                .PostAsync(
                    $"api/tasks/{(string)(await WaitingAsync(next))["id"]!}/assignment",
                    new JsonObject { ["assignee"] = "evaluator-1" }
                )
        ).Is(HttpStatusCode.OK);
    }

    /// <summary>Leaves these evaluators to whom tasks go by themselves, the first before the others.</summary>
    private async Task KeepOnlyAsync(params string[] kept)
    {
        foreach (var id in RestoredEvaluators.All.Where(id => id != kept[0]))
        {
            var capacity = kept.Contains(id) ? "null" : "0";
            await PutAsync(id, $$"""{"capacity":{{capacity}},"fields":["{{(Field == "12" ? "11" : "12")}}"]}""");
        }
    }

    private static string Away(string? delegated)
    {
        var today = TimeZoneInfo.ConvertTime(DateTimeOffset.UtcNow, TimeZoneInfo.FindSystemTimeZoneById("Pacific/Auckland"));
        return new JsonObject
        {
            ["absences"] = new JsonArray(
                new JsonObject
                {
                    ["from"] = today.AddDays(-1).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
                    ["to"] = today.AddDays(2).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
                    ["delegate"] = delegated,
                }
            ),
        }.ToJsonString();
    }

    private static async Task<JsonNode> WaitingAsync(TestApplication application) =>
        await Patience.UntilAsync(async () => (await application.TasksAsync()).FirstOrDefault(), () => "There is no task.");

    private async Task<JsonNode> PutAsync(string id, string body) =>
        (await SendAsync(As("registrar"), id, body)).Is(HttpStatusCode.OK).Json;

    private static Task<Answer> SendAsync(Caller caller, string id, string body) =>
        caller.SendAsync(HttpMethod.Put, $"api/evaluators/{id}", Caller.Json(body));
}
