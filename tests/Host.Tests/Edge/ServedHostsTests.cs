using System.Net;
using MicroCred.Host.Tests.World;

namespace MicroCred.Host.Tests.Edge;

/// <summary>
/// The host names that the Host answers to. Otherwise a site could point its own name at this machine, and its page could read the app's
/// answers.
/// </summary>
[Collection(nameof(ProbeHost))]
public sealed class ServedHostsTests(ProbeHost app)
{
    [Theory]
    [InlineData("localhost")]
    [InlineData("127.0.0.1")]
    [InlineData("[::1]")]
    public async Task It_answers_for_this_machine_s_own_names(string name)
    {
        using var answer = await app.SendAsync(HttpMethod.Get, "/plain", ("Host", $"{name}:{app.Host.Url.Port}"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("rebound.example", "/plain")]
    [InlineData("rebound.example", "/.auth/login/local")]
    [InlineData("127.0.0.1.rebound.example", "/plain")]
    [InlineData("localhost.rebound.example", "/plain")]
    [InlineData("0.0.0.0", "/plain")]
    public async Task It_refuses_any_other_name(string name, string path)
    {
        using var answer = await app.SendAsync(HttpMethod.Get, path, ("Host", $"{name}:{app.Host.Url.Port}"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }
}
