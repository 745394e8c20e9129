using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using MicroCred.App.Tests.Support;

namespace MicroCred.App.Tests.Identity;

/// <summary>Where the template says that the app is in Azure, the platform itself must confirm that it authenticates.</summary>
public sealed class InAzureTests
{
    private const string Is = "Platform__InAzure=true";
    private const string Scans = "Documents__AwaitScan=true";

    private static readonly Dictionary<string, string> Values = new()
    {
        ["id"] = "11111111-2222-3333-4444-555555555555",
        ["doc"] = "d1",
        ["number"] = "1",
        ["criterion"] = "1",
        ["section"] = "about",
        ["evaluator"] = "evaluator-1",
        ["queue"] = "notifications",
        ["message"] = "5f1d7d1a-1f3c-4a6e-8a54-0d5f8a1f2b3c",
    };

    [Theory]
    [InlineData("WEBSITE_AUTH_ENABLED=")]
    [InlineData("WEBSITE_AUTH_ENABLED=False")]
    public async Task Without_the_platforms_own_word_nobody_is_anybody_and_health_and_log_say_why(string platform)
    {
        await using var app = await RunningApp.StartAsync(Is, Scans, platform);
        using var keeper = app.As("operator");

        foreach (var route in HttpRoutes.All.Where(route => !route.IsPublic))
        {
            using HttpRequestMessage request = new(new HttpMethod(route.Method), route.With(Values));
            using var answer = await keeper.SendAsync(request);

            // A page, too: the browser is signed in, so that sending it to sign in would bring it back here, over and over.
            Assert.Equal((route.Function, HttpStatusCode.Unauthorized), (route.Function, answer.StatusCode));
        }

        using var health = await keeper.GetAsync(new Uri("/api/health", UriKind.Relative));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, health.StatusCode);
        var told = await health.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(("Unhealthy", "Up"), (told.GetProperty("status").GetString(), told.GetProperty("storage").GetString()));
        Assert.Contains("WEBSITE_AUTH_ENABLED", told.GetProperty("signIn").GetString(), StringComparison.Ordinal);
        Assert.Contains("WEBSITE_AUTH_ENABLED", app.Log, StringComparison.Ordinal);
        using var register = await keeper.GetAsync(new Uri("/api/register", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, register.StatusCode);
    }

    [Fact]
    public async Task With_it_people_are_who_the_platform_says_they_are()
    {
        await using var app = await RunningApp.StartAsync(Is, Scans, "WEBSITE_AUTH_ENABLED=True");
        using var mito = app.As("mito");

        using var own = await mito.GetAsync(new Uri("/api/applications", UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, own.StatusCode);
        Assert.Equal("""{"status":"Healthy","storage":"Up"}""", await mito.GetStringAsync(new Uri("/api/health", UriKind.Relative)));
    }

    [Theory]
    [InlineData("Documents__AwaitScan=false")]
    [InlineData("Documents__AwaitScan=")]
    public async Task It_refuses_to_start_without_the_setting_that_waits_for_scans(string scans)
    {
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            RunningApp.StartAsync(Is, scans, "WEBSITE_AUTH_ENABLED=True")
        );

        Assert.Contains("Documents__AwaitScan", refused.Message, StringComparison.Ordinal);
    }
}
