using System.Net;
using System.Net.Http.Headers;
using MicroCred.Host.Tests.World;

namespace MicroCred.Host.Tests.Http;

/// <summary>
/// Bodies of every size, with a Content-Length and without. The worker's default limit is 30,000,000 bytes, the host's 104,857,600.
/// </summary>
[Collection(nameof(ProbeHost))]
public sealed class UploadTests(ProbeHost app)
{
    private const int MiB = 1024 * 1024;
    private const int Million = 1_000_000;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_form_of_24_MiB_is_read_part_by_part(bool chunked)
    {
        using var form = Form(24 * MiB);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/bodies/parts")
        {
            Content = form,
            Headers = { TransferEncodingChunked = chunked },
        };

        using var answer = await app.Http.SendAsync(request);

        Assert.Equal($"kind=10 pānui.pdf={24 * MiB}", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_form_of_24_MiB_is_read_as_a_whole()
    {
        using var form = Form(24 * MiB);

        using var answer = await app.Http.PostAsync("/bodies/form", form);

        Assert.Equal($"kind=Curriculum pānui.pdf={24 * MiB}", await answer.Content.ReadAsStringAsync());
    }

    // Without a length, sending more after the worker refuses and closes would break the answer, on the real host too: so only one byte
    // over.
    [Theory]
    [InlineData((30 * Million) + 1, true)]
    [InlineData(31 * Million, false)]
    public async Task Above_the_worker_s_limit_is_an_exception_of_status_413_to_the_function(int size, bool chunked)
    {
        using var answer = await app.Http.PostAsync("/bodies/caught", new Zeros(size, chunked));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task That_exception_uncaught_is_an_empty_500()
    {
        using var answer = await app.Http.PostAsync("/bodies/counted", new Zeros(31 * Million, chunked: false));

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Equal(0, answer.Content.Headers.ContentLength);
    }

    [Fact]
    public async Task A_function_lowers_the_worker_s_limit_for_itself()
    {
        using var answer = await app.Http.PostAsync("/bodies/at-most-a-million", new Zeros(Million + 1, chunked: true));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    // Chunk framing counts too.
    [Theory]
    [InlineData(100_000_000, true)]
    [InlineData(104_857_600, false)]
    public async Task A_function_lifts_the_worker_s_limit_for_itself_up_to_the_host_s(long size, bool chunked)
    {
        using var answer = await app.Http.PostAsync("/bodies/any-size", new Zeros(size, chunked));

        Assert.Equal($"{size}", await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task One_byte_above_the_host_s_limit_is_an_empty_500(bool chunked)
    {
        // A client without Expect: 100-continue may see the connection close while it is still sending.
        using var request = new HttpRequestMessage(HttpMethod.Post, "/bodies/any-size")
        {
            Content = new Zeros(104_857_601, chunked),
            Headers = { ExpectContinue = !chunked },
        };

        using var answer = await app.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Equal(0, answer.Content.Headers.ContentLength);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_413_that_leaves_the_body_unread_arrives_and_the_connection_stays(bool chunked)
    {
        for (var time = 0; time < 2; time++)
        {
            using var answer = await app.Http.PostAsync("/bodies/unread", new Zeros(60 * Million, chunked));
            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
            Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        }
    }

    [Fact]
    public async Task A_client_that_asks_first_is_refused_before_it_sends()
    {
        var body = new Zeros(10 * Million, chunked: true);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/bodies/unread")
        {
            Content = body,
            Headers = { ExpectContinue = true },
        };

        using var answer = await app.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.False(body.Begun);
    }

    private static MultipartFormDataContent Form(int size)
    {
        var file = new ByteArrayContent(new byte[size])
        {
            Headers =
            {
                ContentDisposition = new ContentDispositionHeaderValue("form-data")
                {
                    Name = "file",
                    FileName = "panui.pdf",
                    FileNameStar = "pānui.pdf",
                },
            },
        };
        return new MultipartFormDataContent("boundary") { { new StringContent("Curriculum"), "kind" }, file };
    }
}
