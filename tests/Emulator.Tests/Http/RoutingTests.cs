using System.Net;
using MicroCred.Emulator.Tests.World;
using MicroCred.Emulator.Worker;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MicroCred.Emulator.Tests.Http;

public sealed class RoutingTests(RoutingTests.App app) : IClassFixture<RoutingTests.App>
{
    [Theory]
    [InlineData("/api/things/17", "ThingByNumber 17")]
    [InlineData("/api/THINGS/17/", "ThingByNumber 17")]
    [InlineData("/api/things/red", "ThingByName red")]
    [InlineData("/api/things/1f6e0d3c-8a63-4a57-9f3e-0f3b5f7f6a01", "ThingById 1f6e0d3c-8a63-4a57-9f3e-0f3b5f7f6a01")]
    [InlineData("/api/criteria/7", "Criterion 7")]
    [InlineData("/api/criteria/8", "ZCatchAll criteria/8")]
    [InlineData("/api/codes/ab-12", "Code ab-12")]
    [InlineData("/api/codes/12-ab", "ZCatchAll codes/12-ab")]
    [InlineData("/api/Plain", "Plain")]
    [InlineData("/api/plain/", "Plain")]
    [InlineData("/api/optional", "Optional none")]
    [InlineData("/api/optional/5", "Optional 5")]
    [InlineData("/api/no/such/thing", "ZCatchAll no/such/thing")]
    [InlineData("/api", "ZCatchAll ")]
    [InlineData("/api/a/../plain", "Plain")]
    public async Task The_first_function_in_the_alphabet_whose_route_fits_answers(string path, string answer) =>
        Assert.Equal(answer, await app.Http.GetStringAsync(path));

    [Theory]
    [InlineData("/api/names/t%C4%81ne", "tāne")]
    [InlineData("/api/names/a%20b", "a b")]
    [InlineData("/api/names/a%2Fb", "a%2Fb")]
    [InlineData("/api/names/a%2525b", "a%25b")]
    public async Task Escapes_in_a_path_are_decoded_but_for_the_slash(string path, string name) => Assert.Equal(name, await app.Http.GetStringAsync(path));

    [Fact]
    public async Task Several_functions_share_a_route_by_method()
    {
        Assert.Equal("Plain", await app.Http.GetStringAsync("/api/plain"));
        Assert.Equal("PlainPost", await (await app.Http.PostAsync("/api/plain", null)).Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("DELETE", "/api/plain")]
    [InlineData("HEAD", "/api/plain")]
    [InlineData("OPTIONS", "/api/plain")]
    [InlineData("GET", "/elsewhere")]
    [InlineData("POST", "/api/things/17")]
    public async Task A_wrong_method_and_an_unknown_path_are_an_empty_404(string method, string path)
    {
        var response = await app.Http.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
        Assert.False(response.Content.Headers.Contains("Allow"));
    }

    [Fact]
    public async Task HEAD_is_answered_where_it_is_named()
    {
        var response = await app.Http.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/api/head"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(4, response.Content.Headers.ContentLength);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_function_without_methods_answers_all_of_them() =>
        Assert.Equal("PATCH", await (await app.Http.PatchAsync("/api/any", null)).Content.ReadAsStringAsync());

    [Fact]
    public async Task A_switched_off_function_is_404_and_the_catch_all_is_not_tried() =>
        Assert.Equal(HttpStatusCode.NotFound, (await app.Http.GetAsync("/api/off")).StatusCode);

    [Fact]
    public async Task A_value_that_the_parameter_can_t_take_is_an_empty_500() =>
        Assert.Equal(HttpStatusCode.InternalServerError, (await app.Http.GetAsync("/api/unchecked/seven")).StatusCode);

    [Fact]
    public async Task The_endpoint_tells_the_function_s_name_and_methods() =>
        Assert.Equal("Endpoint GET", await app.Http.GetStringAsync("/api/endpoint"));

    public sealed class App() : AppFixture(typeof(Functions))
    {
        protected override IEnumerable<string> Settings => ["AzureWebJobs.Off.Disabled=true"];
    }

    public static class Functions
    {
        [Function("ThingByNumber")]
        public static IResult ThingByNumber([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "things/{number:int}")] HttpRequest request, int number) =>
            Results.Text($"ThingByNumber {number}");

        [Function("ThingById")]
        public static IResult ThingById([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "things/{id:guid}")] HttpRequest request, Guid id) =>
            Results.Text($"ThingById {id}");

        [Function("ThingByName")]
        public static IResult ThingByName([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "things/{name:alpha}")] HttpRequest request, string name) =>
            Results.Text($"ThingByName {name}");

        [Function("Criterion")]
        public static IResult Criterion([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "criteria/{number:range(1,7)}")] HttpRequest request, long number) =>
            Results.Text($"Criterion {number}");

        [Function("Code")]
        public static IResult Code([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "codes/{code:regex(^[a-z]{{2}}-\\d+$)}")] HttpRequest request, string code) =>
            Results.Text($"Code {code}");

        [Function("Names")]
        public static IResult Names([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "names/{name}")] HttpRequest request, string name) =>
            Results.Text(name);

        [Function("Plain")]
        public static IResult Plain([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) => Results.Text("Plain");

        [Function("PlainPost")]
        public static IResult PlainPost([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "plain")] HttpRequest request) => Results.Text("PlainPost");

        [Function("Optional")]
        public static IResult Optional([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "optional/{number:int?}")] HttpRequest request, int? number) =>
            Results.Text($"Optional {number?.ToString() ?? "none"}");

        [Function("Head")]
        public static IResult Head([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head")] HttpRequest request) => Results.Bytes("four"u8.ToArray());

        [Function("Any")]
        public static IResult Any([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) => Results.Text(request.Method);

        [Function("Off")]
        public static IResult Off([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) => Results.Text("Off");

        [Function("Unchecked")]
        public static IResult Unchecked([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "unchecked/{number}")] HttpRequest request, int number) =>
            Results.Text($"{number}");

        [Function("Endpoint")]
        public static IResult Endpoint([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request)
        {
            var endpoint = request.HttpContext.GetEndpoint()!;
            return Results.Text($"{endpoint.DisplayName} {string.Join(',', endpoint.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods)}");
        }

        [Function("ZCatchAll")]
        public static IResult ZCatchAll([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "{*path}")] HttpRequest request, string? path) =>
            Results.Text($"ZCatchAll {path}");
    }
}
