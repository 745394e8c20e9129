using System.IO.Compression;
using System.Net;
using MicroCred.Host.Tests.World;

namespace MicroCred.Host.Tests.Http;

/// <summary>Files as functions return them: ranges, conditions and encodings are up to the function, and pass unchanged.</summary>
[Collection(nameof(ProbeHost))]
public sealed class DownloadTests(ProbeHost app)
{
    [Fact]
    public async Task A_file_of_25_MiB_arrives_whole_with_its_length()
    {
        using var answer = await app.Http.GetAsync("/downloads/large", HttpCompletionOption.ResponseHeadersRead);

        Assert.Equal(25 * 1024 * 1024, answer.Content.Headers.ContentLength);
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        Assert.Equal(25 * 1024 * 1024, bytes.Length);
        Assert.DoesNotContain(Enumerable.Range(0, bytes.Length / 997), step => bytes[step * 997] != (byte)(step * 997 % 251));
    }

    [Theory]
    [InlineData("bytes=1-2", HttpStatusCode.PartialContent, "12", "bytes 1-2/10")]
    [InlineData("bytes=-3", HttpStatusCode.PartialContent, "789", "bytes 7-9/10")]
    [InlineData("bytes=20-", HttpStatusCode.RequestedRangeNotSatisfiable, "", "bytes */10")]
    [InlineData("bytes=0-1,4-5", HttpStatusCode.OK, "0123456789", null)]
    public async Task A_range_is_answered(string range, HttpStatusCode status, string content, string? contentRange)
    {
        using var answer = await app.SendAsync(HttpMethod.Get, "/downloads/file", ("Range", range));

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(content, await answer.Content.ReadAsStringAsync());
        Assert.Equal(contentRange, answer.Content.Headers.ContentRange?.ToString());
    }

    [Theory]
    [InlineData("If-None-Match", "\"7\"", HttpStatusCode.NotModified)]
    [InlineData("If-None-Match", "\"8\"", HttpStatusCode.OK)]
    [InlineData("If-Match", "\"8\"", HttpStatusCode.PreconditionFailed)]
    [InlineData("If-Match", "\"7\"", HttpStatusCode.OK)]
    public async Task A_condition_is_answered(string name, string value, HttpStatusCode status)
    {
        using var answer = await app.SendAsync(HttpMethod.Get, "/downloads/file", (name, value));

        Assert.Equal(status, answer.StatusCode);
    }

    [Theory]
    [InlineData("\"7\"", HttpStatusCode.PartialContent)]
    [InlineData("\"8\"", HttpStatusCode.OK)]
    public async Task A_range_of_another_edition_is_the_whole_file(string edition, HttpStatusCode status)
    {
        using var answer = await app.SendAsync(HttpMethod.Get, "/downloads/file", ("Range", "bytes=1-2"), ("If-Range", edition));

        Assert.Equal(status, answer.StatusCode);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task What_a_start_up_filter_of_the_worker_compresses_arrives_compressed(string encoding)
    {
        using var answer = await app.SendAsync(HttpMethod.Get, "/downloads/text", ("Accept-Encoding", encoding));

        Assert.Equal([encoding], answer.Content.Headers.ContentEncoding);
        Assert.Equal(["yes"], answer.Headers.GetValues("X-Filtered"));
        var body = await answer.Content.ReadAsStreamAsync();
        using var text = new StreamReader(
            encoding == "br" ? new BrotliStream(body, CompressionMode.Decompress) : new GZipStream(body, CompressionMode.Decompress)
        );
        Assert.Equal(new string('a', 5000), await text.ReadToEndAsync());
    }

    [Theory]
    [InlineData("/switchedoff", HttpStatusCode.NotFound)]
    [InlineData("/keyed/function", HttpStatusCode.Unauthorized)]
    [InlineData("/answers/exception", HttpStatusCode.InternalServerError)]
    public async Task A_filter_does_not_touch_what_the_host_answers(string path, HttpStatusCode status)
    {
        using var answer = await app.Http.GetAsync(path);

        Assert.Equal(status, answer.StatusCode);
        Assert.False(answer.Headers.Contains("X-Filtered"));
    }

    [Fact]
    public async Task A_client_that_leaves_is_told_to_the_function_in_all_three_ways()
    {
        var id = $"{Guid.NewGuid()}";
        using var leave = new CancellationTokenSource();
        var request = app.Http.GetAsync($"/waiting/for-ever/{id}", leave.Token);
        await app.Probe.JournalSaysAsync($"{id} begins");

        await leave.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => request);
        await app.Probe.JournalSaysAsync($"{id} request");
        await app.Probe.JournalSaysAsync($"{id} context");
        await app.Probe.JournalSaysAsync($"{id} parameter");
    }
}
