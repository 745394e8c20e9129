using System.Net;
using System.Text.Json.Nodes;
using MicroCred.EndToEnd.Tests.Applications;
using MicroCred.EndToEnd.Tests.Running;

namespace MicroCred.EndToEnd.Tests.Submission;

/// <summary>What the rules say of pathways, languages, partners, learners and a university's own approval.</summary>
public sealed class StatedFactsTests(RunningInstance instance) : EndToEndTest(instance)
{
    public static TheoryData<string, string, string, string> Faults =>
        new()
        {
            { "microCredential.pathways", """[{"kind":"LeadsTo"}]""", "PATH01", "microCredential.pathways[0].name" },
            { "microCredential.pathways", """[{"name":"A trade"}]""", "PATH01", "microCredential.pathways[0].kind" },
            {
                "microCredential.pathways",
                """[{"kind":"Follows","registerNumber":987654321}]""",
                "PATH02",
                "microCredential.pathways[0].registerNumber"
            },
            { "microCredential.languages", """["en-NZ","English"]""", "LANG01", "microCredential.languages[1]" },
            { "microCredential.expectedLearnersPerYear", "-1", "LEARN01", "microCredential.expectedLearnersPerYear" },
            { "partners", """[{"name":" ","kind":"Employer"}]""", "REQ05", "partners[0].name" },
            { "universityApproval", """{"body":"Academic Board","date":"2020-02-17"}""", "UNI01", "universityApproval" },
        };

    public static TheoryData<string, string> OtherShapes =>
        new()
        {
            { "microCredential.pathways", """[{"kind":"Beside","name":"A trade"}]""" },
            { "microCredential.pathways", """[{"kind":"Follows","name":"A trade","url":"x"}]""" },
            { "microCredential.pathways", """[{"kind":"Follows","registerNumber":"7"}]""" },
            { "microCredential.languages", "\"en\"" },
            { "microCredential.expectedLearnersPerYear", "1.5" },
            { "microCredential.partners", "[]" },
            { "partners", """[{"name":"A firm","kind":"Friend"}]""" },
            { "universityApproval", """{"date":"17 February"}""" },
            { "commissionedby", "\"A ministry\"" },
        };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_fault_is_an_error_of_its_field(string path, string value, string rule, string field) =>
        Assert.Equal([(rule, field)], (await CheckAsync("mito", ApplicationBody.New().With(path, JsonNode.Parse(value)))).Errors());

    [Theory]
    [MemberData(nameof(OtherShapes))]
    public async Task A_body_of_another_shape_is_refused(string path, string value) =>
        (await As("mito").PostAsync("api/applications", ApplicationBody.New().With(path, JsonNode.Parse(value)))).IsProblem(
            HttpStatusCode.BadRequest
        );

    [Fact]
    public async Task A_part_that_has_more_credits_than_its_whole_gives_a_warning_and_so_does_a_stack_that_has_too_many()
    {
        var whole = await PublishedAsync(5);
        var larger = await CheckAsync("vuw", PartOf(whole, 6));
        Assert.Empty(larger.Errors());
        Assert.Contains("PATH03", Warnings(larger));

        var first = await (await Instance.PublishedAsync(PartOf(whole, 5))).ReadAsync();
        Assert.Empty(first.Json.Errors());
        var second = await CheckAsync("vuw", PartOf(whole, 5));
        Assert.Empty(second.Errors());
        Assert.Contains("PATH04", Warnings(second));
    }

    [Fact]
    public async Task An_urgent_new_need_is_asked_how_early_learners_are_recognised()
    {
        var body = ApplicationBody.Of("covid-19-vaccination");
        Assert.DoesNotContain("RPL01", Warnings(await CheckAsync("careerforce", body)));

        var silent = await CheckAsync("careerforce", body.With("microCredential.recognitionOfPriorLearning", null));

        Assert.Contains("RPL01", Warnings(silent));
        Assert.Empty(silent.Errors());
    }

    [Fact]
    public async Task A_universitys_own_without_its_approval_on_record_is_but_warned()
    {
        var body = ApplicationBody.University();
        Assert.DoesNotContain("UNI02", Warnings(await CheckAsync("vuw", body)));

        var silent = await CheckAsync("vuw", body.With("universityApproval", null));

        Assert.Contains("UNI02", Warnings(silent));
        Assert.Empty(silent.Errors());
    }

    [Fact]
    public async Task A_body_without_any_of_these_facts_has_no_error()
    {
        var body = ApplicationBody.New();
        foreach (
            var fact in (string[])
                [
                    "pathways",
                    "recognitionOfPriorLearning",
                    "awardRequires",
                    "assessorRequirements",
                    "moderation",
                    "restrictedTo",
                    "languages",
                    "deliverySites",
                    "expectedLearnersPerYear",
                ]
        )
        {
            body["microCredential"]!.AsObject().Remove(fact);
        }

        body.Remove("partners");

        Assert.Empty((await CheckAsync("mito", body)).Errors());
    }

    private static JsonObject PartOf(int whole, int credits) =>
        ApplicationBody
            .University()
            .WithCredits(credits)
            .With("microCredential.pathways", new JsonArray(new JsonObject { ["kind"] = "CountsTowards", ["registerNumber"] = whole }));

    private static IEnumerable<string> Warnings(JsonNode check) =>
        check["findings"]!
            .AsArray()
            .Where(finding => (string?)finding!["severity"] == "Warning")
            .Select(finding => (string)finding!["rule"]!);

    private async Task<int> PublishedAsync(int credits) =>
        (int)(await (await Instance.PublishedAsync(ApplicationBody.University().WithCredits(credits))).ReadAsync()).Json["registerNumber"]!;

    private async Task<JsonNode> CheckAsync(string owner, JsonObject body)
    {
        var application = await Instance.CompleteDraftAsync(owner, body);
        return (await application.Owner.PostAsync($"{application.Path}/check")).Is(HttpStatusCode.OK).Json;
    }
}
