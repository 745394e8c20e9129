using System.Net;
using System.Text.Json.Nodes;
using MicroCred.Demo.Playing;
using MicroCred.EndToEnd.Tests.Applications;
using MicroCred.EndToEnd.Tests.Http;
using MicroCred.EndToEnd.Tests.Running;

namespace MicroCred.EndToEnd.Tests.Register;

/// <summary>The acts that concern an entry: a change of it, and the accreditation to deliver it.</summary>
public sealed class ChangeAndAccreditationTests(RunningInstance instance) : EndToEndTest(instance)
{
    private static readonly Patience Patience = new(TimeSpan.FromSeconds(30));

    [Fact]
    public async Task A_change_is_a_new_version_under_the_same_number_and_until_then_the_entry_shows_the_old()
    {
        var (number, body) = await ListedAsync();
        var (before, ctid) = (await EntryAsync(number), await CtidAsync(number));
        var change = await Instance.InReviewAsync(
            body: Change(body, number)
                .With("microCredential.title", body.Title() + " anew")
                .With("microCredential.assessment", "A portfolio.")
        );
        Assert.Equal(before.ToJsonString(), (await EntryAsync(number)).ToJsonString());

        await change.DecideAsync("Approve");
        await change.UntilAsync("Published");

        var after = await UntilAsync(number, entry => (int)entry["version"]! == 2);
        Assert.Equal(body.Title() + " anew", (string?)after["title"]);
        foreach (var same in new[] { "number", "reportingCode", "provider", "deliverers", "status" })
        {
            Assert.True(JsonNode.DeepEquals(before[same], after[same]), same);
        }

        Assert.Equal(ctid, await CtidAsync(number));
        Assert.Equal(number, (int?)(await change.ReadAsync()).Json["registerNumber"]);
    }

    [Fact]
    public async Task The_versions_of_an_entry_and_what_changed_between_them_are_there_for_anybody()
    {
        var number = await ChangedAsync();

        var versions = (await Anyone.GetAsync($"api/register/{number}/versions")).Is(HttpStatusCode.OK).Json["items"]!.AsArray();
        Assert.Equal([1, 2], versions.Select(version => (int)version!["version"]!));
        Assert.All(versions, version => Assert.NotNull(version!["at"]));
        Assert.All(versions, version => Assert.StartsWith("MITO", (string)version!["by"]!, StringComparison.Ordinal));
        Assert.All(versions, version => Assert.NotEmpty((string)version!["why"]!));

        Assert.Equal(20, (int?)(await VersionAsync(number, 1))["credits"]);
        Assert.Equal(21, (int?)(await VersionAsync(number, 2))["credits"]);

        var changes = (await Anyone.GetAsync($"api/register/{number}/changes?from=1&to=2")).Is(HttpStatusCode.OK).Json[
            "changes"
        ]!.AsArray();
        var credits = Assert.Single(changes, change => (string?)change!["path"] == "/credits");
        Assert.Equal((20, 21), ((int)credits!["before"]!, (int)credits["after"]!));
        Assert.Empty(
            (await Anyone.GetAsync($"api/register/{number}/changes?from=2&to=2")).Is(HttpStatusCode.OK).Json["changes"]!.AsArray()
        );
    }

    [Theory]
    [InlineData("versions/3", HttpStatusCode.NotFound)]
    [InlineData("changes?from=1&to=3", HttpStatusCode.NotFound)]
    [InlineData("changes?from=1", HttpStatusCode.BadRequest)]
    [InlineData("changes?from=x&to=1", HttpStatusCode.BadRequest)]
    public async Task A_version_that_is_not_there_is_not_found_and_one_without_a_number_is_refused(string rest, HttpStatusCode status) =>
        (await Anyone.GetAsync($"api/register/{(await ListedAsync()).Number}/{rest}")).Is(status);

    [Fact]
    public async Task Versions_of_no_entry_are_not_found() =>
        (await Anyone.GetAsync("api/register/999999/versions")).Is(HttpStatusCode.NotFound);

    [Fact]
    public async Task Another_provider_s_change_and_one_of_no_entry_go_back_with_the_number_named()
    {
        var (number, body) = await ListedAsync();

        await GoesBackAsync("mind-lab", Change(body, number));
        await GoesBackAsync("mito", Change(body, 999_999).WithCredits(21));
        await GoesBackAsync("mito", Change(body, number).With("registerNumber", null).WithCredits(21));
    }

    [Fact]
    public async Task A_second_change_under_way_goes_back_naming_the_first()
    {
        var (number, body) = await ListedAsync();
        var first = await Instance.InReviewAsync(body: Change(body, number).WithCredits(21));

        var finding = await GoesBackAsync("mito", Change(body, number).WithCredits(22));

        Assert.Contains(first.Id, (string)finding["message"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_changes_handed_in_at_once_one_goes_on()
    {
        var (number, body) = await ListedAsync();
        var drafts = await Task.WhenAll(
            Enumerable.Range(21, 2).Select(credits => Instance.CompleteDraftAsync(body: Change(body, number).WithCredits(credits)))
        );

        await Task.WhenAll(drafts.Select(draft => draft.Owner.PostAsync($"{draft.Path}/submission")));

        var ended = await Task.WhenAll(drafts.Select(draft => draft.UntilAsync("InReview", "Returned")));
        Assert.Equal(["InReview", "Returned"], ended.Select(application => (string)application["status"]!).Order());
    }

    [Fact]
    public async Task Of_a_change_only_what_differs_needs_a_finding()
    {
        var (number, body) = await ListedAsync();
        var change = await Instance.InReviewAsync(body: Change(body, number).With("microCredential.assessment", "A portfolio."));
        var task = await change.TaskAsync();
        (await task.DecideAsync("Approve")).Is(HttpStatusCode.Conflict);

        // The documents are made anew for each test, so they differ, too.
        foreach (var criterion in new[] { 1, 2, 6 })
        {
            await task.FindAsync(criterion);
        }

        (await task.DecideAsync("Approve")).Is(HttpStatusCode.OK);
        await change.UntilAsync("Published");
    }

    [Fact]
    public async Task An_accreditation_adds_who_may_deliver_and_neither_changes_the_developer_nor_makes_a_version()
    {
        var (number, body) = await ListedAsync();
        var before = await EntryAsync(number);

        var accreditation = await Instance.InReviewAsync("mind-lab", Accreditation(body, number));
        await accreditation.DecideAsync("Approve");
        await accreditation.UntilAsync("Published");

        var after = await UntilAsync(number, entry => entry["deliverers"]!.AsArray().Count == 2);
        Assert.Equal(["9001", "9002"], after["deliverers"]!.AsArray().Select(one => (string)one!["number"]!));
        foreach (var same in new[] { "version", "title", "provider", "outcomes", "credits", "deliveryModes" })
        {
            Assert.True(JsonNode.DeepEquals(before[same], after[same]), same);
        }

        Assert.Equal(number, (int?)(await accreditation.ReadAsync()).Json["registerNumber"]);
    }

    [Fact]
    public async Task An_accreditation_that_names_no_entry_goes_back()
    {
        var (_, body) = await ListedAsync();

        await GoesBackAsync("mind-lab", Accreditation(body, 999_999));
        await GoesBackAsync("mind-lab", Accreditation(body, 1).With("registerNumber", null));
    }

    [Fact]
    public async Task A_listing_alone_is_delivered_by_nobody_until_somebody_is_accredited()
    {
        var (number, body) = await ListedAsync("ListingApproval");
        Assert.Empty((await EntryAsync(number))["deliverers"]!.AsArray());

        var accreditation = await Instance.InReviewAsync("mito", Accreditation(body, number));
        await accreditation.DecideAsync("Approve");

        var after = await UntilAsync(number, entry => entry["deliverers"]!.AsArray().Count == 1);
        Assert.Equal("9001", (string?)after["deliverers"]![0]!["number"]);
    }

    [Fact]
    public async Task A_change_that_alters_the_credits_is_assessed_for_funding_anew()
    {
        var (number, body) = await ListedAsync(body: ApplicationBody.AskingForFunding());
        Assert.Equal(0.1667m, (decimal?)(await EntryAsync(number))["funding"]!["efts"]);

        var change = await Instance.InReviewAsync(body: Change(body, number).WithCredits(30));
        await change.DecideAsync("Approve");

        var after = await UntilAsync(number, entry => (int)entry["version"]! == 2);
        Assert.Equal(0.25m, (decimal?)after["funding"]!["efts"]);
    }

    [Fact]
    public async Task A_registrar_s_status_stays_through_a_change_and_shows_on_every_version_of_it()
    {
        var number = await ChangedAsync();

        var marked = (
            await Instance
                .As("registrar")
                .PostAsync($"api/register/{number}/status", new JsonObject { ["status"] = "Expiring", ["reason"] = "No longer needed." })
        ).Is(HttpStatusCode.OK);

        Assert.Equal(("Expiring", 2), ((string)marked.Json["status"]!, (int)marked.Json["version"]!));
        Assert.Equal(marked.ETag, (await Anyone.GetAsync($"api/register/{number}")).ETag);
        Assert.Equal("Current", (string?)(await VersionAsync(number, 2))["status"]);
    }

    private async Task<int> ChangedAsync()
    {
        var (number, body) = await ListedAsync();
        var change = await Instance.InReviewAsync(body: Change(body, number).WithCredits(21));
        await change.DecideAsync("Approve");
        await UntilAsync(number, entry => (int)entry["version"]! == 2);
        return number;
    }

    private async Task<(int Number, JsonObject Body)> ListedAsync(string type = "ListingApprovalAccreditation", JsonObject? body = null)
    {
        body = (body ?? ApplicationBody.New()).WithCredits(20).With("type", type);
        var application = await Instance.InReviewAsync(body: body);
        await application.DecideAsync("Approve");
        return ((int)(await application.UntilAsync("Published"))["registerNumber"]!, body);
    }

    /// <returns>The finding about the register number.</returns>
    private async Task<JsonNode> GoesBackAsync(string owner, JsonObject body)
    {
        var returned = await (await Instance.SubmittedAsync(owner, body)).UntilAsync("Returned");
        var finding = Assert.Single(returned["findings"]!.AsArray(), finding => (string?)finding!["field"] == "registerNumber")!;
        Assert.Equal("Error", (string?)finding["severity"]);
        return finding;
    }

    private static JsonObject Change(JsonObject body, int number) => Concerning(body, "Change", number);

    private static JsonObject Accreditation(JsonObject body, int number) => Concerning(body, "Accreditation", number);

    private static JsonObject Concerning(JsonObject body, string type, int number) =>
        body.DeepClone().AsObject().With("type", type).With("registerNumber", number);

    private async Task<JsonNode> EntryAsync(int number) => (await Anyone.GetAsync($"api/register/{number}")).Is(HttpStatusCode.OK).Json;

    private async Task<JsonNode> VersionAsync(int number, int version) =>
        (await Anyone.GetAsync($"api/register/{number}/versions/{version}")).Is(HttpStatusCode.OK).Json;

    private async Task<string?> CtidAsync(int number) =>
        (string?)
            (await Anyone.GetAsync($"api/register/{number}", Header.Accept("application/ld+json"))).Is(HttpStatusCode.OK).Json[
                "ceterms:ctid"
            ];

    private Task<JsonNode> UntilAsync(int number, Func<JsonNode, bool> reached) =>
        Patience.UntilAsync(
            async () => await EntryAsync(number) is var entry && reached(entry) ? entry : null,
            async () => $"The entry is still {await EntryAsync(number)}",
            CancellationToken.None
        );
}
