using System.Net;
using System.Text.Json.Nodes;
using MicroCred.EndToEnd.Tests.Applications;
using MicroCred.EndToEnd.Tests.Http;
using MicroCred.EndToEnd.Tests.Running;

namespace MicroCred.EndToEnd.Tests.Register;

public sealed class RulesTrialTests(RunningInstance instance) : EndToEndTest(instance)
{
    private const string Path = "api/rules/trial";

    [Fact]
    public async Task It_says_by_rule_which_applications_would_fail_and_changes_nothing()
    {
        var application = await Instance.InReviewAsync();
        var before = await application.ReadAsync();
        var credits = (int)before.Json["microCredential"]!["credits"]!;

        var result = (await TryAsync(("maximumCredits", credits - 1))).Is(HttpStatusCode.OK).Json;

        var failing = result["failing"]!.AsArray().Single(rule => (string?)rule!["rule"] == "CRED01")!;
        var ids = failing["applications"]!.AsArray().Select(id => (string)id!).ToList();
        Assert.Contains(application.Id, ids);
        Assert.Equal(ids.Count, (int)failing["count"]!);
        Assert.True((int)result["applications"]! >= ids.Count);
        Assert.Equal(before.Text, (await application.ReadAsync()).Text);
    }

    [Fact]
    public async Task The_edition_in_force_would_fail_nobody_anew()
    {
        await Instance.InReviewAsync();

        var result = (await TryAsync()).Is(HttpStatusCode.OK).Json;

        Assert.True((int)result["applications"]! > 0);
        Assert.Empty(result["failing"]!.AsArray());
    }

    [Fact]
    public async Task A_draft_is_its_providers_alone()
    {
        var draft = await Instance.DraftAsync();

        var result = (await TryAsync(("maximumCredits", 1), ("minimumCredits", 1))).Is(HttpStatusCode.OK);

        Assert.DoesNotContain(draft.Id, result.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("maximumCredits", "\"many\"")]
    [InlineData("criteria", "[{ \"number\": 1 }]")]
    [InlineData("minimum", "1")]
    public async Task A_body_that_is_no_edition_is_a_bad_request_that_names_the_field(string field, string value)
    {
        var answer = (await TryAsync((field, JsonNode.Parse(value)))).IsProblem(HttpStatusCode.BadRequest);

        Assert.StartsWith(field, (string?)answer.Json["findings"]![0]!["field"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("maximumCredits", "41")]
    [InlineData("reviewYears", "[]")]
    [InlineData("id", "\" \"")]
    public async Task An_edition_that_makes_no_sense_is_refused_naming_the_field(string field, string value)
    {
        var answer = (await TryAsync((field, JsonNode.Parse(value)))).IsProblem(HttpStatusCode.UnprocessableEntity);

        Assert.Equal(field, (string?)answer.Json["findings"]![0]!["field"]);
    }

    [Fact]
    public async Task It_is_a_registrars()
    {
        foreach (var persona in new[] { "evaluator-1", "mito", "funding-adviser", "operator", "no-role" })
        {
            (await As(persona).PostAsync(Path, Edition())).IsProblem(HttpStatusCode.Forbidden);
        }

        (await Anyone.PostAsync(Path, Edition())).IsProblem(HttpStatusCode.Unauthorized);
    }

    private Task<Answer> TryAsync(params (string Field, JsonNode? Value)[] changes)
    {
        var edition = Edition();
        foreach (var (field, value) in changes)
        {
            edition[field] = value;
        }

        return As("registrar").PostAsync(Path, edition);
    }

    /// <summary>The edition that applications in these tests are judged by.</summary>
    private static JsonObject Edition() =>
        JsonNode
            .Parse(
                """
                {
                  "id": "tried", "inForceFrom": "2027-01-01", "minimumCredits": 5, "maximumCredits": 40, "reviewYears": [1],
                  "framework": "NZQF", "standardSettingBody": "ITO", "supportLetterAsked": false,
                  "criteria": [{ "number": 1, "name": "Need", "question": "Is there a need for it?" }]
                }
                """
            )!
            .AsObject();
}
