using System.Net;
using System.Net.Http.Headers;
using System.Text;
using MicroCred.Host.Tests.World;

namespace MicroCred.Host.Tests.Http;

/// <summary>How functions read JSON, with the app's strict options and without them.</summary>
[Collection(nameof(ProbeHost))]
public sealed class JsonTests(ProbeHost app)
{
    private const string Thing = """{"name":"a","colour":"red"}""";

    [Fact]
    public async Task A_body_is_read_and_answered_by_the_app_s_options() => Assert.Equal(Thing, await ReadAsync(Thing));

    [Theory]
    [InlineData("""{"name":"a","colour":"red","more":1}""", "$.more")]
    [InlineData("""{"name":"a","colour":1}""", "$.colour")]
    [InlineData("""{"name":null,"colour":"red"}""", "$.name")]
    [InlineData("""{"colour":"red"}""", "$")]
    [InlineData("""{"name":"a","name":"b","colour":"red"}""", "$.name")]
    public async Task A_body_against_them_is_an_exception_that_names_the_place(string body, string path) =>
        Assert.Equal($"JsonException {path}", await ReadAsync(body));

    [Fact]
    public async Task A_body_of_null_is_null() => Assert.Equal("null", await ReadAsync("null"));

    [Theory]
    [InlineData("text/plain", "InvalidOperationException")]
    [InlineData("application/merge-patch+json", Thing)]
    public async Task A_body_has_to_be_of_a_JSON_type(string type, string answer) => Assert.Equal(answer, await ReadAsync(Thing, type));

    [Theory]
    [InlineData("""{"name":"a","colour":0}""", HttpStatusCode.OK, Thing)]
    [InlineData(Thing, HttpStatusCode.InternalServerError, "")]
    [InlineData("""{"name":""", HttpStatusCode.InternalServerError, "")]
    public async Task A_body_that_the_worker_binds_goes_by_no_options_of_ours_and_one_that_it_can_t_bind_is_an_empty_500(
        string body,
        HttpStatusCode status,
        string content
    )
    {
        using var answer = await PostAsync("/json/bound", body, "application/json");

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(content, await answer.Content.ReadAsStringAsync());
    }

    private async Task<string> ReadAsync(string body, string type = "application/json")
    {
        using var answer = await PostAsync("/json/read", body, type);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    private async Task<HttpResponseMessage> PostAsync(string path, string body, string type)
    {
        using var content = new StringContent(body, Encoding.UTF8) { Headers = { ContentType = new MediaTypeHeaderValue(type) } };
        return await app.Http.PostAsync(path, content);
    }
}
