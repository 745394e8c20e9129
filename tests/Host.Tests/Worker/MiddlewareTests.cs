using System.Net;
using System.Text.Json.Nodes;
using MicroCred.Host.Tests.World;

namespace MicroCred.Host.Tests.Worker;

/// <summary>The worker's middleware around a function.</summary>
[Collection(nameof(ProbeHost))]
public sealed class MiddlewareTests(ProbeHost app)
{
    [Fact]
    public async Task It_runs_in_the_order_in_which_it_was_added_and_sees_the_request_behind_the_place_where_HTTP_was_configured()
    {
        var told = await TellAsync();

        Assert.Equal("outer inner", (string?)told["order"]);
        Assert.False((bool)told["requestBefore"]!);
    }

    [Fact]
    public async Task What_it_leaves_reaches_the_function()
    {
        var told = await TellAsync();

        Assert.Equal(("feature", "item", 7), ((string?)told["feature"], (string?)told["httpItem"], (int)told["number"]!));
        Assert.True((bool)told["isEvaluator"]!);
    }

    [Fact]
    public async Task Context_request_and_function_share_one_scope_and_each_invocation_has_its_own()
    {
        var (one, other) = (await TellAsync(), await TellAsync());

        Assert.True((bool)one["oneScope"]!);
        Assert.NotEqual((string?)one["visitId"], (string?)other["visitId"]);
    }

    [Fact]
    public async Task IHttpContextAccessor_has_nothing_in_a_function() => Assert.False((bool)(await TellAsync())["hasAccessor"]!);

    [Theory]
    [InlineData("result")]
    [InlineData("written")]
    [InlineData("set")]
    public async Task It_answers_instead_of_the_function(string how)
    {
        using var answer = await app.Http.GetAsync($"/plain?stop={how}");

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Where_it_neither_answers_nor_goes_on_the_answer_is_an_empty_200()
    {
        using var answer = await app.Http.GetAsync("/plain?stop=silently");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task It_replaces_what_the_function_returned() =>
        Assert.Equal("replaced", await app.Http.GetStringAsync("/plain?replace=1"));

    [Theory]
    [InlineData("/answers/exception?answered=1", "InvalidOperationException on purpose")]
    [InlineData("/waiting/exception?answered=1", "AggregateException One or more errors occurred. (on purpose)")]
    public async Task It_gets_the_exception_of_a_public_class_bare_and_of_an_internal_one_wrapped_and_may_answer_it(
        string path,
        string answer
    ) => Assert.Equal(answer, await app.Http.GetStringAsync(path));

    [Fact]
    public async Task It_adds_to_an_answer_that_is_starting()
    {
        using var answer = await app.Http.GetAsync("/plain");

        Assert.Equal(["yes"], answer.Headers.GetValues("X-Starting"));
    }

    [Fact]
    public async Task The_definition_tells_the_function_s_bindings() =>
        Assert.Equal(
            "TellDefinition MicroCred.ProbeApp.Worker.Tell.TellDefinition request:httpTrigger:In 5",
            await app.Http.GetStringAsync("/worker/definition/5")
        );

    private async Task<JsonNode> TellAsync() => JsonNode.Parse(await app.Http.GetStringAsync("/worker/middleware"))!;
}
