using System.Net;
using System.Text;
using MicroCred.Host.Tests.World;

namespace MicroCred.Host.Tests.Http;

/// <summary>A function's answer reaches the client unchanged.</summary>
[Collection(nameof(ProbeHost))]
public sealed class AnswerTests(ProbeHost app)
{
    [Fact]
    public async Task Json_comes_in_chunks_with_its_charset()
    {
        using var answer = await app.Http.GetAsync("/answers/json");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/json; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.True(answer.Headers.TransferEncodingChunked);
        Assert.Equal("Kestrel", answer.Headers.Server.ToString());
        Assert.Equal("""{"name":"Tāmati"}""", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_problem_keeps_its_media_type_and_its_extensions()
    {
        using var answer = await app.Http.GetAsync("/answers/problem");

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.ToString());
        Assert.Contains("\"findings\":[1,2]", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("created", HttpStatusCode.Created)]
    [InlineData("accepted", HttpStatusCode.Accepted)]
    [InlineData("nothing", HttpStatusCode.NoContent)]
    [InlineData("unmodified", HttpStatusCode.NotModified)]
    [InlineData("elsewhere", HttpStatusCode.Found)]
    public async Task A_status_arrives_as_it_was_given(string path, HttpStatusCode status)
    {
        using var answer = await app.Http.GetAsync($"/answers/status/{path}");

        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task Headers_arrive_as_they_were_set()
    {
        using var answer = await app.Http.GetAsync("/answers/headers");

        Assert.Equal("\"7\"", answer.Headers.ETag!.ToString());
        Assert.Equal("/elsewhere", answer.Headers.Location!.ToString());
        Assert.Equal("public, max-age=60", answer.Headers.CacheControl!.ToString());
        Assert.Equal("Accept", answer.Headers.Vary.First());
        Assert.Equal("Wed, 25 Nov 2026 00:00:00 GMT", answer.Content.Headers.NonValidated["Last-Modified"].ToString());
        Assert.Equal(["a=1", "b=2"], answer.Headers.GetValues("Set-Cookie"));
    }

    [Fact]
    public async Task A_file_s_name_goes_along_in_both_forms()
    {
        using var answer = await app.Http.GetAsync("/downloads/file");

        var disposition = answer.Content.Headers.GetValues("Content-Disposition").Single();
        Assert.StartsWith("attachment; filename=", disposition, StringComparison.Ordinal);
        Assert.Contains("filename*=UTF-8''p%C4%81nui.bin", disposition, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("stream", "first", "second")]
    [InlineData("events", "data: first\n\n", "data: second\n\n")]
    public async Task What_is_written_bit_by_bit_arrives_bit_by_bit(string kind, string first, string second)
    {
        var id = Guid.NewGuid();
        using var answer = await app.Http.GetAsync($"/answers/{kind}/{id}", HttpCompletionOption.ResponseHeadersRead);
        await using var body = await answer.Content.ReadAsStreamAsync();

        Assert.Equal(first, await ReadAsync(body, first.Length));
        using var signal = await app.Http.PostAsync($"/signals/{id}", null);
        Assert.Equal(second, await ReadAsync(body, second.Length));
    }

    [Fact]
    public async Task No_result_is_an_empty_200()
    {
        using var answer = await app.Http.GetAsync("/answers/null");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_function_may_write_the_answer_itself() =>
        Assert.Equal("by hand", await app.Http.GetStringAsync("/answers/written"));

    [Fact]
    public async Task An_exception_that_nobody_handles_is_an_empty_500()
    {
        using var answer = await app.Http.GetAsync("/answers/exception");

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Equal(0, answer.Content.Headers.ContentLength);
        Assert.False(answer.Headers.Contains("X-Set-Before"));
    }

    private static async Task<string> ReadAsync(Stream body, int length)
    {
        var buffer = new byte[length];
        await body.ReadExactlyAsync(buffer);
        return Encoding.UTF8.GetString(buffer);
    }
}
