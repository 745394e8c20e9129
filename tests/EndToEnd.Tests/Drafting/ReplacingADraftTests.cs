using System.Net;
using System.Text.Json.Nodes;
using MicroCred.EndToEnd.Tests.Applications;
using MicroCred.EndToEnd.Tests.Http;
using MicroCred.EndToEnd.Tests.Running;

namespace MicroCred.EndToEnd.Tests.Drafting;

public sealed class ReplacingADraftTests(RunningInstance instance) : EndToEndTest(instance)
{
    [Fact]
    public async Task A_draft_is_replaced_as_a_whole()
    {
        var application = await Instance.DraftAsync();
        var body = ApplicationBody.Of("pre-flight-security");

        (await application.Owner.PutAsync(application.Path, body)).Is(HttpStatusCode.OK);

        var read = (await application.ReadAsync()).Json;
        Assert.All(body, property => Assert.True(JsonNode.DeepEquals(property.Value, read[property.Key]), property.Key));
        Assert.Equal("Draft", (string?)read["status"]);
    }

    [Fact]
    public async Task A_draft_keeps_its_documents_when_it_is_replaced()
    {
        var application = await Instance.DraftAsync();
        var document = await application.UploadAsync();

        (await application.Owner.PutAsync(application.Path, ApplicationBody.New())).Is(HttpStatusCode.OK);

        Assert.Equal(document, (string?)Assert.Single((await application.ReadAsync()).Json["documents"]!.AsArray())!["id"]);
    }

    [Fact]
    public async Task A_returned_application_is_replaced_as_a_draft_is()
    {
        var application = await Instance.ReturnedAsync();

        (await application.Owner.PutAsync(application.Path, ApplicationBody.New().WithCredits(40))).Is(HttpStatusCode.OK);

        Assert.Equal(40, (int?)(await application.ReadAsync()).Json["microCredential"]!["credits"]);
        Assert.Equal("Returned", await application.StatusAsync());
    }

    [Fact]
    public async Task The_ETag_that_was_read_lets_the_change_through()
    {
        var application = await Instance.DraftAsync();

        (await application.Owner.PutAsync(application.Path, ApplicationBody.New(), Header.IfMatch(await application.ETagAsync()))).Is(
            HttpStatusCode.OK
        );
    }

    [Fact]
    public async Task A_stale_ETag_is_refused_and_nothing_changes()
    {
        var application = await Instance.DraftAsync();
        var stale = await application.ETagAsync();
        (await application.Owner.PutAsync(application.Path, ApplicationBody.New())).Is(HttpStatusCode.OK);

        await application.StaysAsItIsAsync(async () =>
            (await application.Owner.PutAsync(application.Path, ApplicationBody.New(), Header.IfMatch(stale))).IsMoved()
        );
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("""{"type":7}""")]
    public async Task A_stale_ETag_is_told_before_what_is_wrong_with_the_body(string body)
    {
        var application = await Instance.DraftAsync();
        var stale = await application.ETagAsync();
        (await application.Owner.PutAsync(application.Path, ApplicationBody.New())).Is(HttpStatusCode.OK);

        (await SendAsync(stale)).IsMoved();
        (await SendAsync(await application.ETagAsync())).Is(HttpStatusCode.BadRequest);

        async Task<Answer> SendAsync(string etag)
        {
            using var content = Caller.Json(body);
            return await application.Owner.SendAsync(HttpMethod.Put, application.Path, content, Header.IfMatch(etag));
        }
    }

    [Fact]
    public async Task Of_many_changes_to_the_same_ETag_at_once_one_goes_through()
    {
        var application = await Instance.DraftAsync();
        var etag = Header.IfMatch(await application.ETagAsync());

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => application.Owner.PutAsync(application.Path, ApplicationBody.New(), etag))
        );

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.OK);
        Assert.All(answers.Where(answer => answer.Status != HttpStatusCode.OK), answer => answer.IsMoved());
    }

    [Theory]
    [MemberData(nameof(BadBodies.Names), MemberType = typeof(BadBodies))]
    public async Task A_body_with_a_fault_is_refused_and_nothing_changes(string fault)
    {
        var application = await Instance.DraftAsync();

        await application.StaysAsItIsAsync(async () =>
            (
                await application.Owner.SendAsync(
                    HttpMethod.Put,
                    application.Path,
                    Caller.Json(BadBodies.Write(fault, ApplicationBody.New()))
                )
            ).IsBadRequest()
        );
    }

    [Fact]
    public async Task A_body_of_megabytes_is_too_large_and_nothing_changes()
    {
        var application = await Instance.DraftAsync();
        var body = ApplicationBody.New().With("microCredential.purpose", new string('a', 2 * 1024 * 1024));

        await application.StaysAsItIsAsync(async () => (await application.Owner.PutAsync(application.Path, body)).IsTooLarge());
    }

    [Fact]
    public async Task A_body_that_is_not_JSON_is_of_the_wrong_type_and_nothing_changes()
    {
        var application = await Instance.DraftAsync();
        using var text = new StringContent(ApplicationBody.New().ToJsonString());

        await application.StaysAsItIsAsync(async () =>
            (await application.Owner.SendAsync(HttpMethod.Put, application.Path, text)).IsWrongType()
        );
    }

    [Fact]
    public async Task An_application_in_review_cannot_be_replaced()
    {
        var application = await Instance.InReviewAsync();

        await application.StaysAsItIsAsync(async () =>
            (await application.Owner.PutAsync(application.Path, ApplicationBody.New())).IsWrongState()
        );
    }
}
