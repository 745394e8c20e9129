using System.Net;
using System.Text.Json.Nodes;
using MicroCred.EndToEnd.Tests.Applications;
using MicroCred.EndToEnd.Tests.Http;
using MicroCred.EndToEnd.Tests.Running;

namespace MicroCred.EndToEnd.Tests.Evaluation;

public sealed class VersionTests(RunningInstance instance) : EndToEndTest(instance)
{
    [Fact]
    public async Task The_first_submission_is_the_first_and_a_draft_has_none()
    {
        var draft = await Instance.DraftAsync();
        Assert.Empty(await VersionsAsync(draft));

        var submitted = await Instance.SubmittedAsync();

        var first = Assert.Single(await VersionsAsync(submitted))!;
        Assert.Equal(["version", "at", "by", "why"], first.AsObject().Select(member => member.Key));
        Assert.Equal((1, "MITO (Te Pūkenga WBL)"), ((int)first["version"]!, (string?)first["by"]));
    }

    [Fact]
    public async Task Each_resubmission_is_another_and_what_changed_is_told_field_by_field()
    {
        var application = await Instance.ReturnedAsync();
        var body = ApplicationBody.SentBack((await application.ReadAsync()).Json).WithCredits(20);
        (await application.Owner.PutAsync(application.Path, body)).Is(HttpStatusCode.OK);
        (await application.Owner.PostAsync($"{application.Path}/submission")).Is(HttpStatusCode.Accepted);
        await application.UntilAsync("InReview");

        Assert.Equal(2, (await VersionsAsync(application)).Count);
        var change = Assert.Single(await ChangesAsync(application, 1, 2), change =>
            (string?)change!["path"] == "/microCredential/credits"
        )!;
        Assert.Equal((41, 20), ((int)change["before"]!, (int)change["after"]!));
        Assert.Empty(await ChangesAsync(application, 2, 2));
        var back = Assert.Single(await ChangesAsync(application, 2, 1), change => (string?)change!["path"] == "/microCredential/credits")!;
        Assert.Equal((20, 41), ((int)back["before"]!, (int)back["after"]!));
    }

    [Fact]
    public async Task An_answer_that_changed_something_is_another_with_its_documents()
    {
        var application = await Instance.InReviewAsync();
        var task = await application.TaskAsync();
        await task.AskAsync();
        await AnswerAsync(application, 1);
        Assert.Single(await VersionsAsync(application));

        await task.AskAsync("/microCredential/purpose");
        var body = ApplicationBody.SentBack((await application.ReadAsync()).Json).With("microCredential.purpose", "Another purpose.");
        (await application.Owner.PutAsync(application.Path, body)).Is(HttpStatusCode.OK);
        var document = await application.UploadAsync("Other");
        await AnswerAsync(application, 2);

        Assert.Equal(2, (await VersionsAsync(application)).Count);
        var changes = await ChangesAsync(application, 1, 2);
        Assert.Equal(["/microCredential/purpose", $"/documents/{document}"], changes.Select(change => (string?)change!["path"]));
        Assert.Null(changes[1]!["before"]);
        Assert.Equal("Other", (string?)changes[1]!["after"]!["kind"]);
        foreach (var reader in new[] { application.Owner, task.Assignee })
        {
            var page = (await reader.GetAsync($"applications/{application.Id}/changes?from=1&to=2")).Is(HttpStatusCode.OK);
            Assert.Contains("Another</ins>", await page.DecodedAsync(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("from=1&to=2", HttpStatusCode.NotFound)]
    [InlineData("from=0&to=1", HttpStatusCode.NotFound)]
    [InlineData("from=1", HttpStatusCode.BadRequest)]
    [InlineData("from=one&to=1", HttpStatusCode.BadRequest)]
    [InlineData("", HttpStatusCode.BadRequest)]
    public async Task A_version_that_is_not_there_is_not_compared(string query, HttpStatusCode status)
    {
        var application = await Instance.SubmittedAsync();
        (await application.Owner.GetAsync($"{application.Path}/changes?{query}")).IsProblem(status);
    }

    [Fact]
    public async Task Another_provider_sees_neither()
    {
        var application = await Instance.SubmittedAsync();
        var other = Instance.As("careerforce");
        (await other.GetAsync($"{application.Path}/versions")).IsNotThereOrNotYours();
        (await other.GetAsync($"{application.Path}/changes?from=1&to=1")).IsNotThereOrNotYours();
    }

    private static async Task AnswerAsync(TestApplication application, int number) =>
        (
            await application.Owner.PostAsync(
                $"{application.Path}/information-requests/{number}/response",
                new JsonObject { ["answer"] = "Eighty." }
            )
        ).Is(HttpStatusCode.Accepted);

    private static async Task<JsonArray> VersionsAsync(TestApplication application) =>
        (await application.Owner.GetAsync($"{application.Path}/versions")).Is(HttpStatusCode.OK).Json["items"]!.AsArray();

    private static async Task<JsonArray> ChangesAsync(TestApplication application, int from, int to) =>
        (await application.Owner.GetAsync($"{application.Path}/changes?from={from}&to={to}")).Is(HttpStatusCode.OK).Json[
            "changes"
        ]!.AsArray();
}
