using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using MicroCred.EndToEnd.Tests.Applications;
using MicroCred.EndToEnd.Tests.Http;
using MicroCred.EndToEnd.Tests.Running;

namespace MicroCred.EndToEnd.Tests.Register;

/// <summary>Reports on entries, for their reviews.</summary>
public sealed class EntryReviewTests(RunningInstance instance) : EndToEndTest(instance)
{
    [Fact]
    public async Task A_report_that_it_is_still_needed_moves_the_review_on_by_its_period()
    {
        var (application, number) = await ListedAsync();
        var before = await EntryAsync(number);
        (await ReportAsync(number)).Is(HttpStatusCode.Created);

        var task = await application.TaskAsync("EntryReview");
        Assert.Equal((application.Id, number), ((string)task.Json["applicationId"]!, (int)task.Json["registerNumber"]!));
        Assert.StartsWith("registrar", task.AssigneeId, StringComparison.Ordinal);
        Assert.Equal(before.ToJsonString(), (await EntryAsync(number)).ToJsonString());
        (await DecideAsync(task, "Continue")).Is(HttpStatusCode.OK);

        var after = await EntryAsync(number);
        Assert.Equal(DayOf(before["reviewDue"]).AddYears(1), DayOf(after["reviewDue"]));
        Assert.Equal(("Current", 1), ((string)after["status"]!, (int)after["version"]!));
        Assert.DoesNotContain("Forty workshops", after.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_may_end_in_expiry_from_today_with_two_years_to_finish()
    {
        var (application, number) = await ListedAsync();
        (await ReportAsync(number, Report().With("stillNeeded", false))).Is(HttpStatusCode.Created);

        (await DecideAsync(await application.TaskAsync("EntryReview"), "Expire")).Is(HttpStatusCode.OK);

        var entry = await EntryAsync(number);
        Assert.Equal("Expiring", (string?)entry["status"]);
        Assert.Equal(DayOf(entry["lastEnrolment"]).AddYears(2), DayOf(entry["lastAchievement"]));
        (await ReportAsync(number)).Is(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task While_a_report_waits_another_is_refused()
    {
        var (_, number) = await ListedAsync();
        (await ReportAsync(number)).Is(HttpStatusCode.Created);

        (await ReportAsync(number)).Is(HttpStatusCode.Conflict);
    }

    [Theory]
    [InlineData("evidence", " ")]
    [InlineData("completed", 121)]
    [InlineData("completed", -1)]
    public async Task A_report_that_breaks_a_rule_is_refused(string field, object value)
    {
        var (_, number) = await ListedAsync();

        (await ReportAsync(number, Report().With(field, JsonValue.Create(value)))).Is(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Only_its_developer_reports_and_only_on_what_is_listed()
    {
        var (_, number) = await ListedAsync();

        (await ReportAsync(number, by: "mind-lab")).Is(HttpStatusCode.Forbidden);
        (await ReportAsync(number, by: "registrar")).Is(HttpStatusCode.Forbidden);
        (await ReportAsync(999_999)).Is(HttpStatusCode.NotFound);
        (await ReportAsync(number, Report().With("other", 1))).Is(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("Approve", HttpStatusCode.BadRequest)]
    [InlineData("Met", HttpStatusCode.BadRequest)]
    public async Task A_review_has_outcomes_of_its_own(string outcome, HttpStatusCode status)
    {
        var (application, number) = await ListedAsync();
        (await ReportAsync(number)).Is(HttpStatusCode.Created);

        (await DecideAsync(await application.TaskAsync("EntryReview"), outcome)).Is(status);
    }

    private async Task<(TestApplication Application, int Number)> ListedAsync()
    {
        var application = await Instance.InReviewAsync();
        await application.DecideAsync("Approve");
        return (application, (int)(await application.UntilAsync("Published"))["registerNumber"]!);
    }

    private static JsonObject Report() =>
        new()
        {
            ["stillNeeded"] = true,
            ["evidence"] = "Forty workshops took them on.",
            ["enrolled"] = 120,
            ["completed"] = 101,
            ["outcomes"] = "Most work in one.",
        };

    private Task<Answer> ReportAsync(int number, JsonObject? report = null, string by = "mito") =>
        Instance.As(by).PostAsync($"api/register/{number}/reviews", report ?? Report());

    private static Task<Answer> DecideAsync(TestTask task, string outcome) =>
        task.Assignee.PostAsync($"{task.Path}/decision", new JsonObject { ["outcome"] = outcome, ["reasons"] = "As reported." });

    private static DateOnly DayOf(JsonNode? day) => DateOnly.Parse((string)day!, CultureInfo.InvariantCulture);

    private async Task<JsonNode> EntryAsync(int number) => (await Anyone.GetAsync($"api/register/{number}")).Is(HttpStatusCode.OK).Json;
}
