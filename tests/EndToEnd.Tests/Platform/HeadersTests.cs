using System.Net;
using MicroCred.EndToEnd.Tests.Applications;
using MicroCred.EndToEnd.Tests.Http;
using MicroCred.EndToEnd.Tests.Running;

namespace MicroCred.EndToEnd.Tests.Platform;

/// <summary>What goes with every answer.</summary>
public sealed class HeadersTests(RunningInstance instance) : EndToEndTest(instance)
{
    private static readonly string[] Private =
    [
        "api/applications",
        "api/tasks",
        "api/health",
        "api/applications/11111111-2222-3333-4444-555555555555",
        "api/operations/stuck",
    ];

    private static readonly string[] NotThere =
    [
        "api/register/999999",
        "register/999999",
        "register/999999/more",
        "assets/none.css",
        "api/register?level=high",
        "no/such/page",
    ];

    [Fact]
    public async Task Nobody_keeps_a_copy_of_what_is_private_or_a_problem()
    {
        var draft = await Instance.DraftAsync();
        await draft.UploadAsync();
        Answer[] answers =
        [
            .. await Task.WhenAll(Private.Select(path => As("mito").GetAsync(path))),
            .. await Task.WhenAll(Private.Select(path => Anyone.GetAsync(path))),
            .. await Task.WhenAll(NotThere.Select(path => Anyone.GetAsync(path))),
            await draft.Owner.GetAsync(draft.Path),
            await draft.Owner.GetAsync($"{draft.Path}/documents/d1"),
            await draft.Owner.PutAsync(draft.Path, ApplicationBody.New()),
            await draft.Owner.PutAsync(draft.Path, ApplicationBody.New().With("type", "Nothing")),
            await draft.Owner.DeleteAsync(draft.Path),
        ];

        Assert.All(answers, answer => Assert.Equal("no-store", answer.Header("Cache-Control")));
    }

    [Theory]
    [InlineData("api/register")]
    [InlineData("api/register.csv")]
    [InlineData("register")]
    [InlineData("")]
    [InlineData("api/health")]
    [InlineData("api/applications")]
    [InlineData("no/such/page")]
    public async Task Every_answer_is_taken_for_what_it_says_it_is_and_asked_for_by_HTTPS(string path)
    {
        var answer = await Anyone.GetAsync(path);

        Assert.Equal("nosniff", answer.Header("X-Content-Type-Options"));
        Assert.StartsWith("max-age=", answer.Header("Strict-Transport-Security"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_public_may_be_kept_for_a_minute() =>
        Assert.Equal("public, max-age=60", (await Anyone.GetAsync("api/register")).Is(HttpStatusCode.OK).Header("Cache-Control"));
}
