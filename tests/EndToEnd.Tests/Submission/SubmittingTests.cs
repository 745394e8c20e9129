using System.Net;
using System.Text.Json.Nodes;
using MicroCred.EndToEnd.Tests.Applications;
using MicroCred.EndToEnd.Tests.Http;
using MicroCred.EndToEnd.Tests.Running;

namespace MicroCred.EndToEnd.Tests.Submission;

public sealed class SubmittingTests(RunningInstance instance) : EndToEndTest(instance)
{
    [Fact]
    public async Task A_complete_application_goes_to_an_evaluator()
    {
        var application = await Instance.SubmittedAsync();

        await application.UntilAsync("InReview");

        Assert.StartsWith("evaluator-", (await application.TaskAsync()).AssigneeId, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_universitys_own_goes_to_the_register_without_an_evaluator()
    {
        var application = await Instance.SubmittedAsync("vuw", ApplicationBody.University());

        await application.UntilAsync("Published");

        Assert.Empty(await application.TasksAsync());
    }

    [Fact]
    public async Task A_key_of_a_submission_does_not_answer_for_the_next_one_after_a_return()
    {
        var application = await Instance.CompleteDraftAsync(body: ApplicationBody.New().WithCredits(41));
        var key = Header.IdempotencyKey(Guid.NewGuid());
        (await application.Owner.PostAsync($"{application.Path}/submission", null, key)).Is(HttpStatusCode.Accepted);
        await application.UntilAsync("Returned");

        (await application.Owner.PutAsync(application.Path, ApplicationBody.New())).Is(HttpStatusCode.OK);
        (await application.Owner.PostAsync($"{application.Path}/submission", null, key)).Is(HttpStatusCode.Accepted);

        await application.UntilAsync("InReview");
    }

    [Fact]
    public async Task The_same_under_way_twice_is_warned_of_and_the_evaluator_sees_the_first()
    {
        var body = ApplicationBody.New();
        var first = await Instance.InReviewAsync(body: body);

        var second = await Instance.InReviewAsync(body: body.DeepClone().AsObject());

        var task = await second.TaskAsync();
        var findings = (await task.Assignee.GetAsync(second.Path)).Is(HttpStatusCode.OK).Json["findings"]!.AsArray();
        Assert.Contains(
            first.Id,
            (string?)Assert.Single(findings, finding => (string?)finding!["rule"] == "DUP03")!["message"],
            StringComparison.Ordinal
        );
        Assert.DoesNotContain((await first.ReadAsync()).Json["findings"]!.AsArray(), finding => (string?)finding!["rule"] == "DUP03");
    }

    public static readonly TheoryData<string, string> Faults = new()
    {
        { "faulty-41-credits", "CRED01" },
        { "faulty-standards-above-whole", "STD01" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task An_application_with_an_error_comes_back_with_the_rule(string sample, string rule)
    {
        var application = await Instance.SubmittedAsync(body: ApplicationBody.Of(sample));

        var returned = await application.UntilAsync("Returned");

        Assert.Equal([rule], Rules(returned));
        Assert.Empty(await application.TasksAsync());
    }

    [Theory]
    [InlineData("Change")]
    [InlineData("Accreditation")]
    public async Task What_concerns_a_listed_one_and_names_none_comes_back_with_REG01(string type)
    {
        var application = await Instance.SubmittedAsync(body: ApplicationBody.New().With("type", type));

        var returned = await application.UntilAsync("Returned");

        Assert.Equal([("REG01", "registerNumber")], returned.Errors());
        Assert.Empty(await application.TasksAsync());
    }

    [Fact]
    public async Task An_application_without_an_assessment_plan_comes_back_with_DOC01()
    {
        var application = await Instance.DraftAsync();
        await application.UploadAsync("Curriculum");
        await application.UploadAsync("EvidenceOfNeed");
        await SubmitAsync(application);

        Assert.Equal(["DOC01"], Rules(await application.UntilAsync("Returned")));
    }

    [Fact]
    public async Task An_application_with_an_encrypted_PDF_comes_back_with_DOC03()
    {
        var application = await Instance.CompleteDraftAsync();
        await application.UploadAsync("SupportLetter", TestDocument.EncryptedPdf());
        await SubmitAsync(application);

        Assert.Equal(["DOC03"], Rules(await application.UntilAsync("Returned")));
    }

    [Fact]
    public async Task The_same_title_level_and_credits_from_the_same_provider_come_back_with_DUP01()
    {
        var body = ApplicationBody.University();
        await Instance.PublishedAsync(body.DeepClone().AsObject());

        var again = await Instance.SubmittedAsync("vuw", body.DeepClone().AsObject());

        Assert.Equal(["DUP01"], Rules(await again.UntilAsync("Returned")));
    }

    [Fact]
    public async Task A_returned_application_that_is_put_right_goes_on_when_sent_in_again()
    {
        var application = await Instance.ReturnedAsync();
        var before = (await application.ReadAsync()).Json;

        (await application.Owner.PutAsync(application.Path, ApplicationBody.New())).Is(HttpStatusCode.OK);
        await SubmitAsync(application);

        var after = await application.UntilAsync("InReview");
        Assert.Equal((string?)before["edition"], (string?)after["edition"]);
        Assert.Equal((string?)before["submittedAt"], (string?)after["submittedAt"]);
        Assert.Single(await application.TasksAsync());
    }

    [Fact]
    public async Task A_returned_application_comes_back_as_often_as_it_is_sent_in_with_the_fault()
    {
        var application = await Instance.ReturnedAsync();

        await SubmitAsync(application);

        Assert.Equal(["CRED01"], Rules(await application.UntilAsync("Returned")));
        Assert.Equal(2, await CountAsync(application, "Submitted"));
    }

    [Fact]
    public async Task An_application_in_review_cannot_be_submitted_again()
    {
        var application = await Instance.InReviewAsync();

        await application.StaysAsItIsAsync(async () =>
            (await application.Owner.PostAsync($"{application.Path}/submission")).IsWrongState()
        );
    }

    [Fact]
    public async Task Of_many_submissions_at_once_one_counts()
    {
        var application = await Instance.CompleteDraftAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => application.Owner.PostAsync($"{application.Path}/submission")));

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.Accepted);
        Assert.All(answers.Where(answer => answer.Status != HttpStatusCode.Accepted), answer => answer.IsWrongState());
        await application.UntilAsync("InReview");
        Assert.Equal(1, await CountAsync(application, "Submitted"));
        Assert.Single(await application.TasksAsync());
    }

    [Fact]
    public async Task The_same_idempotency_key_answers_the_same_and_submits_once()
    {
        var application = await Instance.CompleteDraftAsync();
        var key = Header.IdempotencyKey(Guid.NewGuid());

        var first = (await application.Owner.PostAsync($"{application.Path}/submission", null, key)).Is(HttpStatusCode.Accepted);
        await application.UntilAsync("InReview");
        var again = (await application.Owner.PostAsync($"{application.Path}/submission", null, key)).Is(HttpStatusCode.Accepted);

        Assert.True(JsonNode.DeepEquals(first.Json, again.Json), $"{first} and then {again}");
        Assert.Equal(1, await CountAsync(application, "Submitted"));
    }

    [Fact]
    public async Task A_stale_ETag_is_refused_and_nothing_changes()
    {
        var application = await Instance.CompleteDraftAsync();
        var stale = await application.ETagAsync();
        await application.UploadAsync("Other");

        await application.StaysAsItIsAsync(async () =>
            (await application.Owner.PostAsync($"{application.Path}/submission", null, Header.IfMatch(stale))).IsMoved()
        );
    }

    private static async Task SubmitAsync(TestApplication application) =>
        (await application.Owner.PostAsync($"{application.Path}/submission")).Is(HttpStatusCode.Accepted);

    private static IEnumerable<string> Rules(JsonNode application) => application.Errors().Select(error => error.Rule).Distinct();

    private static async Task<int> CountAsync(TestApplication application, string name) =>
        (await application.TimelineAsync())["events"]!.AsArray().Count(happened => (string?)happened!["event"] == name);
}
