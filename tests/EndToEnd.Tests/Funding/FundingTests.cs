using System.Net;
using System.Text.Json.Nodes;
using MicroCred.EndToEnd.Tests.Applications;
using MicroCred.EndToEnd.Tests.Http;
using MicroCred.EndToEnd.Tests.Running;

namespace MicroCred.EndToEnd.Tests.Funding;

public sealed class FundingTests(RunningInstance instance) : EndToEndTest(instance)
{
    private const string University = "introduction-to-digital-accessibility";

    [Fact]
    public async Task What_passes_every_test_is_eligible_with_its_fund_and_its_EFTS()
    {
        var application = await Instance.PublishedAsync(ApplicationBody.Of(University));

        var funding = await FundingAsync(application);

        Assert.Equal("Eligible", (string?)funding["outcome"]);
        Assert.Equal("DQ7-10", (string?)funding["fund"]);
        Assert.Equal(0.0417m, (decimal?)funding["efts"]);
        Assert.All(funding["tests"]!.AsArray(), test =>
        {
            Assert.False(string.IsNullOrEmpty((string?)test!["test"]));
            Assert.Contains((string?)test["result"], new HashSet<string?> { "Passed", "NotApplicable" });
            Assert.False(string.IsNullOrEmpty((string?)test["reason"]));
        });
    }

    [Fact]
    public async Task Learning_of_health_professionals_after_entry_is_ineligible_and_registered_all_the_same()
    {
        var body = ApplicationBody.Of(University).With("funding.postEntryHealthProfessional", true);

        var funding = await FundingAsync(await Instance.PublishedAsync(body));

        Assert.Equal("Ineligible", (string?)funding["outcome"]);
        Assert.Contains(funding["tests"]!.AsArray(), test => (string?)test!["result"] == "Failed");
    }

    [Theory]
    [InlineData("Eligible")]
    [InlineData("Ineligible")]
    public async Task What_the_rules_cannot_settle_the_funding_adviser_does(string outcome)
    {
        var application = await Instance.ReferredAsync();
        Assert.Equal("Referred", (string?)(await FundingAsync(application))["outcome"]);
        var task = await application.TaskAsync("FundingReferral");
        Assert.Equal("funding-adviser", task.AssigneeId);

        (await task.DecideAsync(outcome)).Is(HttpStatusCode.OK);

        Assert.Equal(outcome, (string?)(await FundingAsync(application))["outcome"]);
        Assert.Null((await application.TimelineAsync())["waitingFor"]);
    }

    [Fact]
    public async Task Publication_does_not_wait_for_a_referral_and_the_entry_follows_the_decision()
    {
        var application = await Instance.ReferredAsync();
        var number = (int)(await application.ReadAsync()).Json["registerNumber"]!;
        var (entry, page, row) = await ListedAsync(number);
        Assert.Equal("Referred", (string?)entry["funding"]!["outcome"]);
        Assert.Contains("being decided", page, StringComparison.Ordinal);
        Assert.Contains("being decided", row, StringComparison.Ordinal);
        Assert.Equal("TEC", (string?)(await application.TimelineAsync())["waitingFor"]!["who"]);

        (await (await application.TaskAsync("FundingReferral")).DecideAsync("Eligible")).Is(HttpStatusCode.OK);

        var (after, pageAfter, rowAfter) = await ListedAsync(number);
        Assert.Equal("Eligible", (string?)after["funding"]!["outcome"]);
        Assert.Equal((int?)entry["version"], (int?)after["version"]);
        Assert.DoesNotContain("being decided", pageAfter, StringComparison.Ordinal);
        Assert.Contains("Eligible", rowAfter, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_referral_s_conditions_are_kept_with_the_funding_and_make_no_task()
    {
        var application = await Instance.ReferredAsync();
        var task = await application.TaskAsync("FundingReferral");
        var decision = TestTask
            .Decision("Eligible")
            .With("conditions", new JsonArray(new JsonObject { ["text"] = "Report the learners.", ["due"] = "2030-01-31" }));

        (await task.Assignee.PostAsync($"{task.Path}/decision", decision)).Is(HttpStatusCode.OK);

        var condition = Assert.Single((await FundingAsync(application))["conditions"]!.AsArray())!;
        Assert.Equal("Report the learners.", (string?)condition["text"]);
        Assert.Single(await application.TasksAsync());
    }

    [Fact]
    public async Task A_check_shows_the_tests_whose_facts_are_there_and_is_not_binding_and_the_assessment_is()
    {
        var silent = ApplicationBody.Of(University).With("funding.feePerCredit", null).With("funding.employmentOutcomes", null);
        var draft = await Instance.CompleteDraftAsync("vuw", silent);

        var check = (await draft.Owner.PostAsync($"{draft.Path}/check")).Is(HttpStatusCode.OK).Json["funding"]!;

        Assert.False((bool)check["binding"]!);
        var tests = check["tests"]!.AsArray().Select(test => (string?)test!["test"]).ToList();
        Assert.DoesNotContain("FUND01", tests);
        Assert.DoesNotContain("FUND05", tests);
        Assert.DoesNotContain("FUND08", tests);
        Assert.Contains("FUND03", tests);
        Assert.True((bool)(await FundingAsync(await Instance.PublishedAsync(ApplicationBody.Of(University))))["binding"]!);
    }

    [Fact]
    public async Task A_fee_above_the_cap_is_referred()
    {
        var body = ApplicationBody.Of(University).With("funding.feePerCredit", 64.01);

        var application = await Instance.SubmittedAsync("vuw", body);

        Assert.Equal("FundingReferral", (string?)(await application.TaskAsync("FundingReferral")).Json["kind"]);
    }

    [Theory]
    [InlineData("Approve")]
    [InlineData("Decline")]
    [InlineData("Perhaps")]
    public async Task A_referral_is_not_decided_as_an_evaluation_is(string outcome)
    {
        var application = await Instance.ReferredAsync();
        var task = await application.TaskAsync("FundingReferral");

        await application.StaysAsItIsAsync(async () => (await task.DecideAsync(outcome)).IsRefused());
    }

    [Fact]
    public async Task A_referral_is_decided_with_reasons()
    {
        var application = await Instance.ReferredAsync();
        var task = await application.TaskAsync("FundingReferral");

        await application.StaysAsItIsAsync(async () =>
            (
                await task.Assignee.PostAsync(
                    $"{task.Path}/decision",
                    new JsonObject
                    {
                        ["outcome"] = "Eligible",
                        ["reasons"] = "",
                        ["conditions"] = new JsonArray(),
                    }
                )
            ).IsFaultyBody()
        );
    }

    [Fact]
    public async Task An_evaluator_settles_no_funding_and_a_funding_adviser_evaluates_nothing()
    {
        var (referred, inReview) = (await Instance.ReferredAsync(), await Instance.InReviewAsync());
        var (referral, evaluation) = (await referred.TaskAsync("FundingReferral"), await inReview.TaskAsync());
        await evaluation.FindAllAsync();

        await referred.StaysAsItIsAsync(async () =>
            (await As("evaluator-1").PostAsync($"{referral.Path}/decision", TestTask.Decision("Eligible"))).IsProblem(
                HttpStatusCode.Forbidden,
                HttpStatusCode.NotFound
            )
        );
        await inReview.StaysAsItIsAsync(async () =>
            (await As("funding-adviser").PostAsync($"{evaluation.Path}/decision", TestTask.Decision("Approve"))).IsProblem(
                HttpStatusCode.Forbidden,
                HttpStatusCode.NotFound
            )
        );
    }

    [Theory]
    [InlineData("evaluator-1")]
    [InlineData("registrar")]
    [InlineData("funding-adviser")]
    public async Task NZQA_and_TEC_read_the_funding(string persona)
    {
        var application = await Instance.PublishedAsync(ApplicationBody.Of(University));

        Assert.Equal(
            "Eligible",
            (string?)(await As(persona).GetAsync($"{application.Path}/funding")).Is(HttpStatusCode.OK).Json["outcome"]
        );
    }

    private async Task<(JsonNode Entry, string Page, string Row)> ListedAsync(int number) =>
        (
            (await Anyone.GetAsync($"api/register/{number}")).Is(HttpStatusCode.OK).Json,
            (await Anyone.GetAsync($"register/{number}")).Is(HttpStatusCode.OK).Text,
            Assert.Single((await Anyone.GetAsync("api/register.csv")).Is(HttpStatusCode.OK).Text.Split("\r\n"), line =>
                line.StartsWith($"{number},", StringComparison.Ordinal)
            )
        );

    private static async Task<JsonNode> FundingAsync(TestApplication application) =>
        (await application.Owner.GetAsync($"{application.Path}/funding")).Is(HttpStatusCode.OK).Json;
}
