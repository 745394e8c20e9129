using System.Net;
using System.Text.Json.Nodes;
using MicroCred.EndToEnd.Tests.Applications;
using MicroCred.EndToEnd.Tests.Http;
using MicroCred.EndToEnd.Tests.Running;

namespace MicroCred.EndToEnd.Tests.Submission;

public sealed class CheckingTests(RunningInstance instance) : EndToEndTest(instance)
{
    [Fact]
    public async Task A_complete_draft_has_no_errors()
    {
        var found = await CheckAsync(await Instance.CompleteDraftAsync());

        Assert.DoesNotContain(found["findings"]!.AsArray(), finding => (string?)finding!["severity"] == "Error");
    }

    [Fact]
    public async Task A_finding_says_which_rule_and_field_what_is_wrong_and_what_to_do()
    {
        var found = await CheckAsync(await Instance.CompleteDraftAsync(body: ApplicationBody.New().WithCredits(41)));

        var finding = Assert.Single(found["findings"]!.AsArray(), finding => (string?)finding!["rule"] == "CRED01")!;
        Assert.Equal("Error", (string?)finding["severity"]);
        Assert.Equal("microCredential.credits", (string?)finding["field"]);
        Assert.False(string.IsNullOrWhiteSpace((string?)finding["message"]));
        Assert.False(string.IsNullOrWhiteSpace((string?)finding["action"]));
    }

    [Fact]
    public async Task A_draft_that_is_hardly_begun_is_checked_too()
    {
        var found = await CheckAsync(await Instance.DraftAsync(body: new JsonObject { ["type"] = "ListingApproval" }));

        Assert.Contains(found["findings"]!.AsArray(), finding => (string?)finding!["rule"] == "DOC01");
    }

    [Fact]
    public async Task Funding_that_is_asked_for_is_tested_as_it_stands()
    {
        var found = await CheckAsync(await Instance.CompleteDraftAsync(body: ApplicationBody.Of("startup-ignition")));

        Assert.All(found["funding"]!["tests"]!.AsArray(), test =>
        {
            Assert.False(string.IsNullOrEmpty((string?)test!["test"]));
            Assert.False(string.IsNullOrEmpty((string?)test["result"]));
            Assert.False(string.IsNullOrEmpty((string?)test["reason"]));
        });
    }

    [Fact]
    public async Task Funding_that_is_not_asked_for_is_not_tested() =>
        Assert.Null((await CheckAsync(await Instance.CompleteDraftAsync()))["funding"]);

    [Theory]
    [InlineData("microCredential.level")]
    [InlineData("microCredential.credits")]
    public async Task Funding_that_is_asked_for_without_a_level_or_credits_is_not_guessed(string missing) =>
        Assert.Null((await CheckAsync(await Instance.DraftAsync(body: ApplicationBody.AskingForFunding().With(missing, null))))["funding"]);

    [Fact]
    public async Task A_returned_application_can_be_checked_before_it_is_sent_in_again() =>
        Assert.Contains((await CheckAsync(await Instance.ReturnedAsync()))["findings"]!.AsArray(), finding =>
            (string?)finding!["rule"] == "CRED01"
        );

    private static async Task<JsonNode> CheckAsync(TestApplication application)
    {
        Answer? answer = null;
        await application.StaysAsItIsAsync(async () =>
            answer = (await application.Owner.PostAsync($"{application.Path}/check")).Is(HttpStatusCode.OK)
        );
        return answer!.Json;
    }
}
