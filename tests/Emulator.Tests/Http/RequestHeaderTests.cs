using System.Net;
using System.Net.Http.Json;
using MicroCred.Emulator.Tests.World;
using MicroCred.Emulator.Worker;
using Microsoft.AspNetCore.Http;

namespace MicroCred.Emulator.Tests.Http;

public sealed class RequestHeaderTests(RequestHeaderTests.App app) : IClassFixture<RequestHeaderTests.App>
{
    [Theory]
    [InlineData("If-Match", "\"7\"")]
    [InlineData("If-None-Match", "*")]
    [InlineData("Idempotency-Key", "k-1")]
    [InlineData("Accept-Language", "mi")]
    [InlineData("Origin", "https://elsewhere.example")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Authorization", "Bearer somebody")]
    [InlineData("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")]
    [InlineData("Host", "micro.example:81")]
    public async Task A_header_reaches_the_function_unchanged(string name, string value) =>
        Assert.Equal(value, (await HeadersSeenAsync((name, value)))[name]);

    [Theory]
    [InlineData("X-Forwarded-For")]
    [InlineData("X-Forwarded-Proto")]
    [InlineData("X-Forwarded-Host")]
    [InlineData("X-Original-Host")]
    public async Task What_the_client_says_of_a_proxy_is_dropped(string name) =>
        Assert.DoesNotContain(name, (await HeadersSeenAsync((name, "elsewhere"))).Keys);

    [Fact]
    public async Task A_header_that_comes_twice_comes_as_one_value()
    {
        var seen = await HeadersSeenAsync(("X-Number", "1"), ("X-Number", "2"), ("Cookie", "a=1"), ("Cookie", "b=2"));

        Assert.Equal("1, 2", seen["X-Number"]);
        Assert.Equal("a=1; b=2", seen["Cookie"]);
    }

    [Fact]
    public async Task The_invocation_s_id_is_the_host_s_to_give()
    {
        var seen = await HeadersSeenAsync(("x-ms-invocation-id", "mine"));

        Assert.True(Guid.TryParse(seen["x-ms-invocation-id"], out _));
    }

    [Fact]
    public async Task Host_and_scheme_are_those_of_the_request() =>
        Assert.Equal(app.Http.BaseAddress!.GetLeftPart(UriPartial.Authority), await app.Http.GetStringAsync("/api/base"));

    [Fact]
    public async Task HTTP_2_is_not_spoken_here()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/base")
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };

        await Assert.ThrowsAsync<HttpRequestException>(() => app.Http.SendAsync(request));
    }

    private async Task<Dictionary<string, string>> HeadersSeenAsync(params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/headers");
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);

        var response = await app.Http.SendAsync(request);
        return new(await response.Content.ReadFromJsonAsync<Dictionary<string, string>>() ?? [], StringComparer.OrdinalIgnoreCase);
    }

    public sealed class App() : AppFixture(typeof(Functions));

    public static class Functions
    {
        // Values one by one: a header of two shows as two.
        [Function("Headers")]
        public static IResult Headers([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) =>
            Results.Ok(request.Headers.ToDictionary(header => header.Key, header => string.Join('|', header.Value.ToArray())));

        [Function("Base")]
        public static IResult Base([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) => Results.Text($"{request.Scheme}://{request.Host}");
    }
}
