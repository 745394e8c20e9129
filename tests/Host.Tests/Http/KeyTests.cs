using System.Net;
using MicroCred.Host.Tests.World;

namespace MicroCred.Host.Tests.Http;

/// <summary>Functions above the level <c>Anonymous</c> open to their key.</summary>
[Collection(nameof(ProbeHost))]
public sealed class KeyTests(ProbeHost app)
{
    [Theory]
    [InlineData("function", null, HttpStatusCode.Unauthorized)]
    [InlineData("function", "wrong", HttpStatusCode.Unauthorized)]
    [InlineData("function", "function-key", HttpStatusCode.OK)]
    [InlineData("function", "master-key", HttpStatusCode.OK)]
    [InlineData("admin", "function-key", HttpStatusCode.Unauthorized)]
    [InlineData("admin", "master-key", HttpStatusCode.OK)]
    public async Task A_function_opens_to_a_key_of_its_level_or_above_in_header_and_query(string level, string? key, HttpStatusCode status)
    {
        using var byHeader = await app.SendAsync(HttpMethod.Get, $"/keyed/{level}", key is null ? [] : [("x-functions-key", key)]);
        using var byQuery = await app.Http.GetAsync($"/keyed/{level}{(key is null ? "" : $"?code={key}")}");

        Assert.Equal((status, status), (byHeader.StatusCode, byQuery.StatusCode));
        Assert.Equal(status == HttpStatusCode.OK ? "open" : "", await byHeader.Content.ReadAsStringAsync());
    }
}
