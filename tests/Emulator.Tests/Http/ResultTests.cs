using System.Net;
using System.Text;
using MicroCred.Emulator.Tests.World;
using MicroCred.Emulator.Worker;
using Microsoft.AspNetCore.Http;

namespace MicroCred.Emulator.Tests.Http;

public sealed class ResultTests(ResultTests.App app) : IClassFixture<ResultTests.App>
{
    [Fact]
    public async Task Json_comes_in_chunks_with_its_charset()
    {
        var response = await app.Http.GetAsync("/api/json");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/json; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        Assert.True(response.Headers.TransferEncodingChunked);
        Assert.Equal("""{"name":"Tāmati"}""", await response.Content.ReadAsStringAsync());
        Assert.Equal("Kestrel", response.Headers.Server.ToString());
    }

    [Fact]
    public async Task A_problem_keeps_its_media_type_and_its_extensions()
    {
        var response = await app.Http.GetAsync("/api/problem");

        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.ToString());
        Assert.Contains("\"findings\":[1,2]", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("created", HttpStatusCode.Created)]
    [InlineData("accepted", HttpStatusCode.Accepted)]
    [InlineData("nocontent", HttpStatusCode.NoContent)]
    [InlineData("notmodified", HttpStatusCode.NotModified)]
    [InlineData("redirect", HttpStatusCode.Found)]
    public async Task A_status_arrives_as_it_was_given(string path, HttpStatusCode status) =>
        Assert.Equal(status, (await app.Http.GetAsync($"/api/{path}")).StatusCode);

    [Fact]
    public async Task Headers_arrive_as_they_were_set()
    {
        var response = await app.Http.GetAsync("/api/headers");

        Assert.Equal("\"7\"", response.Headers.ETag!.ToString());
        Assert.Equal("/api/elsewhere", response.Headers.Location!.ToString());
        Assert.Equal(["a=1", "b=2"], response.Headers.GetValues("Set-Cookie"));
    }

    [Fact]
    public async Task A_file_s_name_goes_along_in_both_forms()
    {
        var disposition = (await app.Http.GetAsync("/api/file")).Content.Headers.GetValues("Content-Disposition").Single();

        Assert.StartsWith("attachment; filename=", disposition, StringComparison.Ordinal);
        Assert.Contains("filename*=UTF-8''p%C4%81nui.txt", disposition, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_range_of_a_file_is_answered_by_the_result_itself()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/file") { Headers = { Range = new(1, 2) } };

        var response = await app.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.PartialContent, response.StatusCode);
        Assert.Equal("12", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_stream_reaches_the_client_while_it_is_still_being_written()
    {
        using var response = await app.Http.GetAsync("/api/stream", HttpCompletionOption.ResponseHeadersRead);
        await using var body = await response.Content.ReadAsStreamAsync();
        var buffer = new byte[16];

        Assert.Equal("first", Encoding.UTF8.GetString(buffer, 0, await body.ReadAsync(buffer)));
        Functions.SecondMayCome.SetResult();
        Assert.Equal("second", Encoding.UTF8.GetString(buffer, 0, await body.ReadAsync(buffer)));
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("nullresult")]
    [InlineData("text-as-object")]
    public async Task What_is_not_a_result_is_an_empty_200(string path)
    {
        var response = await app.Http.GetAsync($"/api/{path}");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_result_returned_as_an_object_is_written() => Assert.Equal("here", await app.Http.GetStringAsync("/api/result-as-object"));

    [Fact]
    public async Task A_function_may_write_the_answer_itself() => Assert.Equal("by hand", await app.Http.GetStringAsync("/api/written"));

    [Theory]
    [InlineData("throws")]
    [InlineData("throws-later")]
    public async Task An_exception_is_an_empty_500(string path)
    {
        var response = await app.Http.GetAsync($"/api/{path}");

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Equal(0, response.Content.Headers.ContentLength);
        Assert.False(response.Headers.Contains("X-Set-Before"));
    }

    public sealed class App() : AppFixture(typeof(Functions));

    public static class Functions
    {
        public static TaskCompletionSource SecondMayCome { get; } = new();

        [Function("Json")]
        public static IResult Json([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "json")] HttpRequest request) =>
            Results.Ok(new { Name = "Tāmati" });

        [Function("Problem")]
        public static IResult Problem([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "problem")] HttpRequest request) =>
            Results.Problem("No.", statusCode: 409, extensions: new Dictionary<string, object?> { ["findings"] = Enumerable.Range(1, 2) });

        [Function("Created")]
        public static IResult Created([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) => Results.Created("/api/things/1", null);

        [Function("Accepted")]
        public static Task<IResult> Accepted([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) =>
            Task.FromResult(Results.Accepted());

        [Function("NoContent")]
        public static IResult NoContent([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) => Results.NoContent();

        [Function("NotModified")]
        public static IResult NotModified([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) => Results.StatusCode(304);

        [Function("Redirect")]
        public static IResult Redirect([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) => Results.Redirect("/elsewhere");

        [Function("Headers")]
        public static IResult Headers([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request)
        {
            var headers = request.HttpContext.Response.Headers;
            headers.ETag = "\"7\"";
            headers.Location = "/api/elsewhere";
            headers.SetCookie = new(["a=1", "b=2"]);
            return Results.Ok();
        }

        [Function("File")]
        public static IResult File([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) =>
            Results.File("0123"u8.ToArray(), "text/plain", "pānui.txt", enableRangeProcessing: true);

        [Function("Stream")]
        public static IResult Stream([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) => Results.Stream(async stream =>
        {
            await stream.WriteAsync("first"u8.ToArray());
            await stream.FlushAsync();
            await SecondMayCome.Task;
            await stream.WriteAsync("second"u8.ToArray());
        });

        [Function("Nothing")]
        public static void Nothing([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request)
        {
        }

        [Function("NullResult")]
        public static Task<IResult?> NullResult([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) => Task.FromResult<IResult?>(null);

        [Function("TextAsObject")]
        public static object TextAsObject([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "text-as-object")] HttpRequest request) => "unseen";

        [Function("ResultAsObject")]
        public static object ResultAsObject([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "result-as-object")] HttpRequest request) =>
            Results.Text("here");

        [Function("Written")]
        public static Task Written([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) =>
            request.HttpContext.Response.WriteAsync("by hand");

        [Function("Throws")]
        public static IResult Throws([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request)
        {
            request.HttpContext.Response.Headers["X-Set-Before"] = "1";
            throw new InvalidOperationException("on purpose");
        }

        [Function("ThrowsLater")]
        public static async Task<IResult> ThrowsLater([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "throws-later")] HttpRequest request)
        {
            await Task.Yield();
            throw new InvalidOperationException("on purpose");
        }
    }
}
