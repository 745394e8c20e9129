using System.Net;
using System.Net.Http.Headers;
using MicroCred.Emulator.Tests.World;
using MicroCred.Emulator.Worker;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;

namespace MicroCred.Emulator.Tests.Http;

/// <summary>The worker's limit is 30,000,000 bytes unless the app lifts it, the host's 104,857,600 unless a setting does.</summary>
public static class UploadTests
{
    private const long Million = 1_000_000;

    public sealed class WithTheWorkersLimit(LimitedApp app) : IClassFixture<LimitedApp>
    {
        [Fact]
        public async Task A_body_below_it_is_read() => Assert.Equal("25000000", await SizeAsync(app.Http, "/api/count", 25 * Million, chunked: false));

        [Theory]
        [InlineData(true)]
        [InlineData(false)]
        public async Task A_body_above_it_is_an_exception_of_status_413_to_the_function(bool chunked) =>
            Assert.Equal("BadHttpRequestException 413", await SizeAsync(app.Http, "/api/caught", 31 * Million, chunked));

        [Fact]
        public async Task That_exception_uncaught_is_an_empty_500()
        {
            var response = await app.Http.PostAsync("/api/count", new Zeros(31 * Million, chunked: false));

            Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
            Assert.Equal(0, response.Content.Headers.ContentLength);
        }

        [Fact]
        public async Task A_function_raises_it_for_itself() => Assert.Equal("31000000", await SizeAsync(app.Http, "/api/raised", 31 * Million, chunked: true));

        [Fact]
        public async Task A_function_lowers_it_for_itself() =>
            Assert.Equal("BadHttpRequestException 413", await SizeAsync(app.Http, "/api/lowered", 2 * Million, chunked: true));
    }

    public sealed class WithTheWorkersLimitLifted(LiftedApp app) : IClassFixture<LiftedApp>
    {
        [Theory]
        [InlineData(true)]
        [InlineData(false)]
        public async Task A_body_up_to_the_host_s_limit_is_read(bool chunked) =>
            Assert.Equal("104857600", await SizeAsync(app.Http, "/api/count", 104_857_600, chunked));

        [Theory]
        [InlineData(true)]
        [InlineData(false)]
        public async Task One_byte_more_is_an_empty_500_whatever_the_function_makes_of_it(bool chunked)
        {
            var response = await app.Http.PostAsync("/api/caught", new Zeros(104_857_601, chunked));

            Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
            Assert.Equal(0, response.Content.Headers.ContentLength);
        }

        [Theory]
        [InlineData(true)]
        [InlineData(false)]
        public async Task An_answer_that_leaves_the_body_unread_arrives_and_the_connection_stays(bool chunked)
        {
            for (var time = 0; time < 2; time++)
            {
                var response = await app.Http.PostAsync("/api/unread", new Zeros(60 * Million, chunked));
                Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.ToString());
                Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
            }
        }

        [Fact]
        public async Task A_client_that_asks_first_is_refused_before_it_sends()
        {
            var body = new Zeros(10 * Million, chunked: true);
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/unread") { Content = body };
            request.Headers.ExpectContinue = true;

            var response = await app.Http.SendAsync(request);

            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
            Assert.False(body.Begun);
        }

        [Fact]
        public async Task A_form_with_files_is_read_part_by_part()
        {
            using var form = new MultipartFormDataContent("b") { { new StringContent("Curriculum"), "kind" } };
            var file = new ByteArrayContent(new byte[Million]);
            file.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = "file", FileNameStar = "pānui.pdf" };
            form.Add(file);

            var response = await app.Http.PostAsync("/api/multipart", form);

            Assert.Equal("kind=10 pānui.pdf=1000000", await response.Content.ReadAsStringAsync());
        }
    }

    public sealed class WithTheHostsLimitRaised(RaisedApp app) : IClassFixture<RaisedApp>
    {
        [Fact]
        public async Task A_larger_body_is_read() => Assert.Equal("110000000", await SizeAsync(app.Http, "/api/count", 110 * Million, chunked: false));
    }

    private static async Task<string> SizeAsync(HttpClient http, string path, long size, bool chunked) =>
        await (await http.PostAsync(path, new Zeros(size, chunked))).Content.ReadAsStringAsync();

    public sealed class LimitedApp() : AppFixture(typeof(Functions));

    public class LiftedApp() : AppFixture(typeof(Functions))
    {
        protected override void Configure(FunctionsApplicationBuilder builder)
        {
            base.Configure(builder);
            builder.Services.Configure<KestrelServerOptions>(kestrel => kestrel.Limits.MaxRequestBodySize = null);
        }
    }

    public sealed class RaisedApp : LiftedApp
    {
        protected override IEnumerable<string> Settings => ["FUNCTIONS_REQUEST_BODY_SIZE_LIMIT=209715200"];
    }

    internal static class Functions
    {
        [Function("Count")]
        public static async Task<IResult> CountAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post")] HttpRequest request)
        {
            var (size, buffer) = (0L, new byte[81920]);
            while (await request.Body.ReadAsync(buffer) is > 0 and var read)
                size += read;
            return Results.Text($"{size}");
        }

        [Function("Caught")]
        public static async Task<IResult> CaughtAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post")] HttpRequest request)
        {
            try
            {
                return await CountAsync(request);
            }
            catch (Microsoft.AspNetCore.Http.BadHttpRequestException refused)
            {
                return Results.Text($"{refused.GetType().Name} {refused.StatusCode}");
            }
            catch (IOException)
            {
                return Results.Text("an answer that nobody gets");
            }
        }

        [Function("Raised")]
        public static Task<IResult> RaisedAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post")] HttpRequest request) => WithLimitAsync(request, 40 * Million);

        [Function("Lowered")]
        public static Task<IResult> LoweredAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post")] HttpRequest request) => WithLimitAsync(request, Million);

        [Function("Unread")]
        public static IResult Unread([HttpTrigger(AuthorizationLevel.Anonymous, "post")] HttpRequest request) => Results.Problem(statusCode: 413);

        [Function("Multipart")]
        public static async Task<IResult> MultipartAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post")] HttpRequest request)
        {
            var parts = new List<string>();
            var reader = new MultipartReader("b", request.Body);
            while (await reader.ReadNextSectionAsync() is { } section)
            {
                var disposition = section.GetContentDispositionHeader()!;
                var size = await section.Body.ReadAtLeastAsync(new byte[2 * Million], (int)(2 * Million), throwOnEndOfStream: false);
                parts.Add($"{(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.Name)}={size}");
            }

            return Results.Text(string.Join(' ', parts));
        }

        private static Task<IResult> WithLimitAsync(HttpRequest request, long limit)
        {
            var feature = request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>()!;
            Assert.False(feature.IsReadOnly);
            feature.MaxRequestBodySize = limit;
            return CaughtAsync(request);
        }
    }
}
