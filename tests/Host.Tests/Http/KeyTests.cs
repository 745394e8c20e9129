using System.Net;
using MicroCred.Host.Tests.World;

namespace MicroCred.Host.Tests.Http;

/// <summary>Functions above the level <c>Anonymous</c> stay closed, as on the real host without their key: the Host has no keys.</summary>
[Collection(nameof(ProbeHost))]
public sealed class KeyTests(ProbeHost app)
{
    [Theory]
    [InlineData("function")]
    [InlineData("admin")]
    public async Task A_function_above_anonymous_is_an_empty_401_whatever_key_is_given(string level)
    {
        using var byHeader = await app.SendAsync(HttpMethod.Get, $"/keyed/{level}", ("x-functions-key", ""));
        using var byQuery = await app.Http.GetAsync($"/keyed/{level}?code=");

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (byHeader.StatusCode, byQuery.StatusCode));
        Assert.Empty(await byHeader.Content.ReadAsByteArrayAsync());
    }
}
