using System.Net;
using System.Net.Http.Json;
using MicroCred.App.Serialization;
using MicroCred.App.Tests.Support;
using MicroCred.Approval.Tests;

namespace MicroCred.App.Tests.Identity;

public sealed class OriginTests
{
    private static readonly (string Origin, HttpStatusCode Status)[] Origins =
    [
        ("https://register.example", HttpStatusCode.Created),
        ("https://REGISTER.example", HttpStatusCode.Created),
        ("https://register.example.evil.example", HttpStatusCode.Forbidden),
        ("http://register.example", HttpStatusCode.Forbidden),
        ("https://register.example:8443", HttpStatusCode.Forbidden),
    ];

    /// <summary>Front Door calls the app by the app's host name, and forwards the browser's host name for the site.</summary>
    [Fact]
    public async Task Behind_Front_Door_the_sites_own_pages_are_those_of_its_address()
    {
        await using var app = await RunningApp.StartAsync("Site__Url=https://register.example/");
        foreach ((var origin, var status) in Origins)
        {
            using var mito = app.As("mito");
            mito.DefaultRequestHeaders.Add("Origin", origin);
            using var answer = await mito.PostAsJsonAsync("/api/applications", AnApplication.WithoutFault.Content, AppJson.Stored);
            Assert.Equal((origin, status), (origin, answer.StatusCode));
        }
    }
}
