using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using MicroCred.EndToEnd.Tests.Applications;
using MicroCred.EndToEnd.Tests.Http;
using MicroCred.EndToEnd.Tests.Running;

namespace MicroCred.EndToEnd.Tests.Drafting;

public sealed class CreatingADraftTests(RunningInstance instance) : EndToEndTest(instance)
{
    private const string Path = "api/applications";

    [Fact]
    public async Task A_provider_creates_a_draft_and_is_told_where_it_is()
    {
        var created = (await As("mito").PostAsync(Path, ApplicationBody.New())).Is(HttpStatusCode.Created);

        var id = Guid.Parse((string)created.Json["id"]!);
        Assert.Equal("Draft", (string?)created.Json["status"]);
        Assert.EndsWith($"/{Path}/{id}", created.Header("Location"), StringComparison.Ordinal);
        (await As("mito").GetAsync(created.Header("Location")!)).Is(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_draft_belongs_to_the_provider_who_is_signed_in()
    {
        var created = (await As("careerforce").PostAsync(Path, ApplicationBody.New())).Is(HttpStatusCode.Created);

        Assert.Equal("9004", (string?)created.Json["provider"]!["number"]);
    }

    [Fact]
    public async Task A_draft_may_be_incomplete_and_against_the_rules()
    {
        var onlyAType = (await As("mito").PostAsync(Path, new JsonObject { ["type"] = "ListingApproval" })).Is(HttpStatusCode.Created);
        var tooManyCredits = (await As("mito").PostAsync(Path, ApplicationBody.New().WithCredits(41))).Is(HttpStatusCode.Created);

        Assert.Equal("Draft", (string?)onlyAType.Json["status"]);
        Assert.Equal(41, (int?)tooManyCredits.Json["microCredential"]!["credits"]);
    }

    [Theory]
    [InlineData("ListingApproval")]
    [InlineData("ListingApprovalAccreditation")]
    [InlineData("Accreditation")]
    [InlineData("Change")]
    public async Task Every_type_of_application_can_be_drafted(string type)
    {
        var created = (await As("mito").PostAsync(Path, ApplicationBody.New().With("type", type))).Is(HttpStatusCode.Created);

        Assert.Equal(type, (string?)created.Json["type"]);
    }

    [Theory]
    [MemberData(nameof(BadBodies.Names), MemberType = typeof(BadBodies))]
    public async Task A_body_with_a_fault_is_refused_and_nothing_is_created(string fault)
    {
        var title = ApplicationBody.UniqueTitle();
        var body = BadBodies.Write(fault, ApplicationBody.New().With("microCredential.title", title));

        await NothingIsCreatedAsync(title, async () => (await SendAsync(Caller.Json(body))).IsBadRequest());
    }

    [Theory]
    [InlineData("type", "\"Change, Accreditation\"", "type")]
    [InlineData("microCredential.deliveryModes", "[\"Online\",\"Online, Blended\"]", "microCredential.deliveryModes[1]")]
    [InlineData("microCredential.outcomes", "[\"One.\",null]", "microCredential.outcomes[1]")]
    [InlineData("microCredential.standards", "[null]", "microCredential.standards[0]")]
    [InlineData("need.stakeholders", "[null]", "need.stakeholders[0]")]
    public async Task A_refusal_names_the_place(string path, string value, string place)
    {
        var refused = (await As("mito").PostAsync(Path, ApplicationBody.New().With(path, JsonNode.Parse(value)))).IsBadRequest();

        Assert.Equal(place, (string?)refused.Json["findings"]![0]!["field"]);
        Assert.StartsWith($"{place}: ", (string?)refused.Json["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_may_have_256_KiB_and_not_a_byte_more()
    {
        var body = ApplicationBody.New();
        var padded = body.ToJsonString().PadRight(256 * 1024);
        Assert.Equal(256 * 1024, Encoding.UTF8.GetByteCount(padded));

        await NothingIsCreatedAsync(body.Title(), async () => (await SendAsync(Caller.Json(padded + " "))).IsTooLarge());
        (await SendAsync(Caller.Json(padded))).Is(HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_body_of_megabytes_is_too_large()
    {
        var body = ApplicationBody.New().With("microCredential.purpose", new string('a', 2 * 1024 * 1024));

        await NothingIsCreatedAsync(body.Title(), async () => (await As("mito").PostAsync(Path, body)).IsTooLarge());
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/xml")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData(null)]
    public async Task A_body_that_does_not_say_that_it_is_JSON_is_of_the_wrong_type(string? contentType)
    {
        var body = ApplicationBody.New();
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body.ToJsonString()));
        content.Headers.ContentType = contentType is null ? null : new(contentType);

        await NothingIsCreatedAsync(body.Title(), async () => (await SendAsync(content)).IsWrongType());
    }

    [Fact]
    public async Task The_same_idempotency_key_gives_the_same_draft()
    {
        var (key, body) = (Header.IdempotencyKey(Guid.NewGuid()), ApplicationBody.New());

        var first = (await As("mito").PostAsync(Path, body, key)).Is(HttpStatusCode.Created);
        var again = (await As("mito").PostAsync(Path, body, key)).Is(HttpStatusCode.Created);

        Assert.Equal((string?)first.Json["id"], (string?)again.Json["id"]);
        Assert.Equal(first.Header("Location"), again.Header("Location"));
    }

    [Fact]
    public async Task The_same_idempotency_key_from_many_calls_at_once_gives_one_draft()
    {
        var (key, body) = (Header.IdempotencyKey(Guid.NewGuid()), ApplicationBody.New());

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => As("mito").PostAsync(Path, body, key)));

        Assert.Single(
            answers.Where(answer => answer.Status == HttpStatusCode.Created).Select(answer => (string?)answer.Json["id"]).Distinct()
        );
        Assert.All(answers, answer => Assert.Contains(answer.Status, new[] { HttpStatusCode.Created, HttpStatusCode.Conflict }));
    }

    [Fact]
    public async Task The_late_repeat_of_a_draft_that_was_deleted_since_brings_nothing_back()
    {
        var (key, body) = (Header.IdempotencyKey(Guid.NewGuid()), ApplicationBody.New());
        var first = (await As("mito").PostAsync(Path, body, key)).Is(HttpStatusCode.Created);
        (await As("mito").DeleteAsync(first.Header("Location")!)).Is(HttpStatusCode.NoContent);

        (await As("mito").PostAsync(Path, body, key)).IsProblem(HttpStatusCode.Gone);

        (await As("mito").GetAsync(first.Header("Location")!)).IsNotThereOrNotYours();
    }

    [Fact]
    public async Task The_same_idempotency_key_from_another_provider_is_another_draft()
    {
        var key = Header.IdempotencyKey(Guid.NewGuid());

        var first = (await As("mito").PostAsync(Path, ApplicationBody.New(), key)).Is(HttpStatusCode.Created);
        var other = (await As("careerforce").PostAsync(Path, ApplicationBody.New(), key)).Is(HttpStatusCode.Created);

        Assert.NotEqual((string?)first.Json["id"], (string?)other.Json["id"]);
    }

    private Task<Answer> SendAsync(HttpContent content) => As("mito").SendAsync(HttpMethod.Post, Path, content);

    private Task NothingIsCreatedAsync(string title, Func<Task> act) => Listing.NothingNewHasAsync(As("mito"), title, act);
}
