using System.Net;
using System.Net.Http.Json;
using MicroCred.Host.Tests.World;

namespace MicroCred.Host.Tests.Http;

/// <summary>The request headers that reach the function.</summary>
[Collection(nameof(ProbeHost))]
public sealed class RequestHeaderTests(ProbeHost app)
{
    [Theory]
    [InlineData("If-Match", "\"7\"")]
    [InlineData("If-None-Match", "*")]
    [InlineData("Idempotency-Key", "k-1")]
    [InlineData("Accept", "application/ld+json")]
    [InlineData("Accept-Language", "mi")]
    [InlineData("Origin", "https://elsewhere.example")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Authorization", "Bearer somebody")]
    [InlineData("Range", "bytes=0-1")]
    [InlineData("Referer", "https://elsewhere.example/page")]
    [InlineData("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")]
    public async Task A_header_reaches_the_function_unchanged(string name, string value) =>
        Assert.Equal(value, (await HeadersSeenAsync((name, value)))[name]);

    [Fact]
    public async Task Host_and_scheme_are_those_of_the_request_and_the_address_is_the_client_s()
    {
        Assert.Equal(app.Host.Url.Authority, (await HeadersSeenAsync())["Host"]);
        Assert.Equal(
            $"{app.Host.Url.GetLeftPart(UriPartial.Authority)} from 127.0.0.1",
            await app.Http.GetStringAsync("/requests/address")
        );
    }

    [Theory]
    [InlineData("X-Forwarded-For", "10.1.2.3")]
    [InlineData("X-Forwarded-Proto", "https")]
    [InlineData("X-Forwarded-Host", "elsewhere.example")]
    public async Task What_the_client_says_of_a_proxy_is_dropped(string name, string value)
    {
        Assert.DoesNotContain(value, (await HeadersSeenAsync((name, value))).Values);
        using var address = await app.SendAsync(HttpMethod.Get, "/requests/address", (name, value));
        Assert.Equal($"{app.Host.Url.GetLeftPart(UriPartial.Authority)} from 127.0.0.1", await address.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_header_that_comes_twice_comes_as_one_value()
    {
        var seen = await HeadersSeenAsync(("X-Number", "1"), ("X-Number", "2"), ("Cookie", "a=1"), ("Cookie", "b=2"));

        Assert.Equal("1, 2", seen["X-Number"]);
        Assert.Equal("a=1; b=2", seen["Cookie"]);
    }

    [Fact]
    public async Task The_invocation_s_id_is_added() => Assert.True(Guid.TryParse((await HeadersSeenAsync())["x-ms-invocation-id"], out _));

    [Fact]
    public async Task The_caller_s_trace_reaches_the_function()
    {
        using var answer = await app.SendAsync(
            HttpMethod.Get,
            "/requests/trace",
            ("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
        );

        Assert.StartsWith("00-0af7651916cd43dd8448eb211c80319c-", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task HTTP_2_is_not_spoken_here()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/plain")
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };

        await Assert.ThrowsAsync<HttpRequestException>(() => app.Http.SendAsync(request));
    }

    private async Task<Dictionary<string, string>> HeadersSeenAsync(params (string Name, string Value)[] headers)
    {
        using var answer = await app.SendAsync(HttpMethod.Get, "/requests/headers", headers);
        return new(await answer.Content.ReadFromJsonAsync<Dictionary<string, string>>() ?? [], StringComparer.OrdinalIgnoreCase);
    }
}
