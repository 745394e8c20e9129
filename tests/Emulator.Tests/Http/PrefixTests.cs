using System.Net;
using MicroCred.Emulator.Tests.World;
using MicroCred.Emulator.Worker;
using Microsoft.AspNetCore.Http;

namespace MicroCred.Emulator.Tests.Http;

/// <summary>What is at the top of an app whose host.json has an empty route prefix, and of one that has not.</summary>
public static class PrefixTests
{
    private const string NoPrefix = "AzureFunctionsJobHost:extensions:http:routePrefix=";

    [Fact]
    public static async Task With_an_empty_prefix_a_function_is_at_its_name()
    {
        await using var app = await TestApp.StartAsync([typeof(Hello)], [NoPrefix]);

        Assert.Equal("hello", await app.Http.GetStringAsync("/Hello"));
    }

    [Theory]
    [InlineData("GET", HttpStatusCode.OK)]
    [InlineData("HEAD", HttpStatusCode.OK)]
    public static async Task The_top_tells_that_the_host_runs(string method, HttpStatusCode status)
    {
        await using var app = await TestApp.StartAsync([typeof(Hello)]);

        Assert.Equal(status, (await app.Http.SendAsync(new HttpRequestMessage(new HttpMethod(method), "/"))).StatusCode);
    }

    [Fact]
    public static async Task The_top_is_empty_when_that_page_is_switched_off()
    {
        await using var app = await TestApp.StartAsync([typeof(Hello)], ["AzureWebJobsDisableHomepage=true"]);

        Assert.Equal(HttpStatusCode.NoContent, (await app.Http.GetAsync("/")).StatusCode);
    }

    [Theory]
    [InlineData("/", "")]
    [InlineData("/admin", "admin")]
    [InlineData("/admin/x", "admin/x")]
    [InlineData("/runtime", "runtime")]
    [InlineData("/robots.txt", "robots.txt")]
    [InlineData("/_content/style.css", "_content/style.css")]
    public static async Task A_catch_all_takes_the_top_and_what_is_not_the_host_s_own(string path, string caught)
    {
        await using var app = await TestApp.StartAsync([typeof(CatchAll)], [NoPrefix]);

        Assert.Equal(caught, await app.Http.GetStringAsync(path));
    }

    [Theory]
    [InlineData("/admin/host/status", HttpStatusCode.Unauthorized)]
    [InlineData("/runtime/webhooks/durabletask/instances/x", HttpStatusCode.Unauthorized)]
    [InlineData("/admin/host/ping", HttpStatusCode.OK)]
    [InlineData("//evil", HttpStatusCode.NotFound)]
    public static async Task The_host_s_own_paths_stay_its_own(string path, HttpStatusCode status)
    {
        await using var app = await TestApp.StartAsync([typeof(CatchAll)], [NoPrefix]);

        Assert.Equal(status, (await app.Http.GetAsync(new Uri(app.Http.BaseAddress + path[1..]))).StatusCode);
    }

    [Fact]
    public static async Task HEAD_of_the_top_is_the_host_s_page_where_the_catch_all_lacks_it()
    {
        await using var app = await TestApp.StartAsync([typeof(CatchAll)], [NoPrefix]);

        var response = await app.Http.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType!.MediaType);
    }

    internal static class Hello
    {
        [Function("Hello")]
        public static IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) => Results.Text("hello");
    }

    internal static class CatchAll
    {
        [Function("CatchAll")]
        public static IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "{*path}")] HttpRequest request, string? path) => Results.Text(path);
    }
}
