using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using MicroCred.EndToEnd.Tests.Applications;
using MicroCred.EndToEnd.Tests.Http;
using MicroCred.EndToEnd.Tests.Running;

namespace MicroCred.EndToEnd.Tests.Drafting;

/// <summary>What people write, in any field of any body.</summary>
public sealed class TextTests(RunningInstance instance) : EndToEndTest(instance)
{
    private const string Path = "api/applications";

    [Fact]
    public async Task Letters_are_kept_composed()
    {
        var body = ApplicationBody
            .New()
            .With("microCredential.purpose", "Ma\u0304ori")
            .With("microCredential.outcomes", new JsonArray("Pu\u0304kenga"));

        var draft = (await As("mito").PostAsync(Path, body)).Is(HttpStatusCode.Created).Json["microCredential"]!;

        Assert.Equal(("Māori", "Pūkenga"), ((string?)draft["purpose"], (string?)draft["outcomes"]![0]));
    }

    [Theory]
    [InlineData("microCredential.title", "NUL \0")]
    [InlineData("microCredential.title", "two\nlines")]
    [InlineData("microCredential.purpose", "bell \a")]
    [InlineData("microCredential.assessment", "\u202Eesrever")]
    [InlineData("need.statement", "escape \u001B")]
    [InlineData("microCredential.entryRequirements", "\u2067isolated")]
    public async Task A_character_that_no_text_has_is_refused_by_its_field(string field, string text)
    {
        var refused = (await As("mito").PostAsync(Path, ApplicationBody.New().With(field, text))).IsProblem(
            HttpStatusCode.UnprocessableEntity
        );

        Assert.Equal(field, (string?)refused.Json["findings"]![0]!["field"]);
        Assert.StartsWith(field, (string?)refused.Json["detail"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\\ud800")]
    [InlineData("\\udc00x")]
    public async Task Half_a_character_is_refused_by_its_field(string half)
    {
        var body = ApplicationBody
            .New()
            .With("microCredential.purpose", "HERE")
            .ToJsonString()
            .Replace("HERE", half, StringComparison.Ordinal);

        var refused = (await As("mito").SendAsync(HttpMethod.Post, Path, Caller.Json(body))).IsFaultyBody();

        Assert.Equal("microCredential.purpose", (string?)refused.Json["findings"]![0]!["field"]);
        Assert.Contains("half a character", refused.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("microCredential.title", 200)]
    [InlineData("microCredential.purpose", 20_000)]
    [InlineData("need.statement", 20_000)]
    public async Task A_text_has_a_length_which_a_refusal_names(string field, int most)
    {
        (await As("mito").PostAsync(Path, ApplicationBody.New().With(field, new string('ā', most)))).Is(HttpStatusCode.Created);

        var refused = (await As("mito").PostAsync(Path, ApplicationBody.New().With(field, new string('ā', most + 1)))).IsProblem(
            HttpStatusCode.UnprocessableEntity
        );

        Assert.Equal(field, (string?)refused.Json["findings"]![0]!["field"]);
        Assert.Contains($"{most:N0}", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task So_has_a_list()
    {
        static JsonArray Of(int count) => [.. Enumerable.Range(0, count).Select(number => (JsonNode)$"Outcome {number}.")];
        (await As("mito").PostAsync(Path, ApplicationBody.New().With("microCredential.outcomes", Of(100)))).Is(HttpStatusCode.Created);

        var refused = (await As("mito").PostAsync(Path, ApplicationBody.New().With("microCredential.outcomes", Of(101)))).IsProblem(
            HttpStatusCode.UnprocessableEntity
        );

        Assert.Equal("microCredential.outcomes", (string?)refused.Json["findings"]![0]!["field"]);
    }

    [Theory]
    [InlineData("\u200B\u2060")]
    [InlineData(" \u00A0\t")]
    [InlineData("\u3164")]
    public async Task What_shows_nothing_is_no_reason_comment_question_or_answer(string nothing)
    {
        var application = await Instance.InReviewAsync();
        var task = await application.TaskAsync();

        (await application.Owner.PostAsync($"{application.Path}/withdrawal", new JsonObject { ["reason"] = nothing })).IsProblem(
            HttpStatusCode.UnprocessableEntity
        );
        (await task.Assignee.PutAsync($"{task.Path}/findings/1", new JsonObject { ["result"] = "Met", ["comment"] = nothing })).IsProblem(
            HttpStatusCode.UnprocessableEntity
        );
        (await task.Assignee.PostAsync($"{task.Path}/information-requests", new JsonObject { ["question"] = nothing })).IsProblem(
            HttpStatusCode.UnprocessableEntity
        );
        (await task.Assignee.PostAsync($"{task.Path}/release", new JsonObject { ["reason"] = nothing })).IsProblem(
            HttpStatusCode.UnprocessableEntity
        );
        (await task.Assignee.PostAsync($"{task.Path}/conflict", new JsonObject { ["reason"] = nothing })).IsProblem(
            HttpStatusCode.UnprocessableEntity
        );
        var number = await task.AskAsync();
        (
            await application.Owner.PostAsync(
                $"{application.Path}/information-requests/{number}/response",
                new JsonObject { ["answer"] = nothing }
            )
        ).IsProblem(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task An_invisible_title_or_purpose_is_missing()
    {
        var body = ApplicationBody.New().With("microCredential.title", "\u200B").With("microCredential.purpose", "\u2800");
        var draft = await Instance.DraftAsync(body: body);

        var findings = (await draft.Owner.PostAsync($"{draft.Path}/check")).Is(HttpStatusCode.OK).Json["findings"]!.AsArray();

        Assert.Superset(
            new HashSet<string?> { "microCredential.title", "microCredential.purpose" },
            findings.Where(finding => (string?)finding!["rule"] == "REQ01").Select(finding => (string?)finding!["field"]).ToHashSet()
        );
    }

    /// <summary>
    /// All that the limits let in, in letters of three bytes: nothing of it is lost, on the way to the register and in the letters.
    /// </summary>
    [Fact]
    public async Task The_longest_application_with_the_longest_evaluation_gets_to_its_end()
    {
        var longest = new string('語', 20_000);
        var body = ApplicationBody
            .New()
            .With("microCredential.purpose", longest)
            .With("microCredential.assessment", longest)
            .With("microCredential.entryRequirements", longest)
            .With("need.statement", new string('語', 15_000))
            .With("microCredential.outcomes", new JsonArray([.. Enumerable.Range(0, 50).Select(_ => (JsonNode)new string('語', 150))]));
        Assert.InRange(Encoding.UTF8.GetByteCount(body.ToJsonString(Unescaped)), 240 * 1024, 256 * 1024);
        using var content = Caller.Json(body.ToJsonString(Unescaped));
        var created = (await As("mito").SendAsync(HttpMethod.Post, Path, content)).Is(HttpStatusCode.Created);
        var application = new TestApplication(Instance, "mito", (string)created.Json["id"]!);
        foreach (var kind in new[] { "Curriculum", "AssessmentPlan", "EvidenceOfNeed" })
        {
            await application.UploadAsync(kind);
        }

        (await application.Owner.PostAsync($"{application.Path}/submission")).Is(HttpStatusCode.Accepted);
        await application.UntilAsync("InReview");
        var task = await application.TaskAsync();
        for (var criterion = 1; criterion <= 7; criterion++)
        {
            (
                await task.Assignee.PutAsync(
                    $"{task.Path}/findings/{criterion}",
                    new JsonObject { ["result"] = "NotMet", ["comment"] = longest }
                )
            ).Is(HttpStatusCode.OK);
        }

        for (var round = 1; round <= 3; round++)
        {
            (await task.Assignee.PostAsync($"{task.Path}/information-requests", new JsonObject { ["question"] = longest })).Is(
                HttpStatusCode.Created
            );
            (
                await application.Owner.PostAsync(
                    $"{application.Path}/information-requests/{round}/response",
                    new JsonObject { ["answer"] = longest },
                    Header.IdempotencyKey(Guid.NewGuid())
                )
            ).Is(HttpStatusCode.Accepted);
        }

        (
            await task.Assignee.PostAsync(
                $"{task.Path}/decision",
                new JsonObject { ["outcome"] = "Decline", ["reasons"] = longest },
                Header.IdempotencyKey(Guid.NewGuid())
            )
        ).Is(HttpStatusCode.OK);
        await application.ReviewAsync("Decline");

        var declined = await application.UntilAsync("Declined");
        Assert.Equal(longest, (string?)declined["microCredential"]!["purpose"]);
        Assert.StartsWith(longest, (string?)declined["decision"]!["reasons"]);
        Assert.Equal(
            3,
            declined["informationRequests"]!
                .AsArray()
                .Count(request => (string?)request!["question"] == longest && (string?)request["answer"] == longest)
        );
    }

    private static System.Text.Json.JsonSerializerOptions Unescaped { get; } =
        new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
