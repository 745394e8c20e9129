using System.Net;
using MicroCred.Emulator.Tests.World;
using MicroCred.Emulator.Worker;
using Microsoft.AspNetCore.Http;

namespace MicroCred.Emulator.Tests.Http;

public sealed class KeyTests(KeyTests.App app) : IClassFixture<KeyTests.App>
{
    [Theory]
    [InlineData("/api/open", null, HttpStatusCode.OK)]
    [InlineData("/api/keyed", null, HttpStatusCode.Unauthorized)]
    [InlineData("/api/keyed", "wrong", HttpStatusCode.Unauthorized)]
    [InlineData("/api/keyed", "function-key", HttpStatusCode.OK)]
    [InlineData("/api/keyed", "master-key", HttpStatusCode.OK)]
    [InlineData("/api/admins", "function-key", HttpStatusCode.Unauthorized)]
    [InlineData("/api/admins", "master-key", HttpStatusCode.OK)]
    public async Task A_function_opens_to_its_key(string path, string? key, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (key is not null)
            request.Headers.Add("x-functions-key", key);

        var response = await app.Http.SendAsync(request);

        Assert.Equal(status, response.StatusCode);
        Assert.Equal(0, response.Content.Headers.ContentLength);
    }

    [Fact]
    public async Task A_key_may_come_in_the_query() =>
        Assert.Equal(HttpStatusCode.OK, (await app.Http.GetAsync("/api/keyed?code=function-key")).StatusCode);

    [Theory]
    [InlineData("/api/keyed?code=")]
    [InlineData("/api/admins?code=")]
    public async Task Without_keys_set_nothing_opens(string path)
    {
        await using var bare = await TestApp.StartAsync([typeof(Functions)]);

        Assert.Equal(HttpStatusCode.Unauthorized, (await bare.Http.GetAsync(path)).StatusCode);
    }

    public sealed class App() : AppFixture(typeof(Functions))
    {
        protected override IEnumerable<string> Settings => ["Emulator:FunctionKey=function-key", "Emulator:MasterKey=master-key"];
    }

    public static class Functions
    {
        [Function("Open")]
        public static void Open([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request)
        {
        }

        [Function("Keyed")]
        public static void Keyed([HttpTrigger(AuthorizationLevel.Function, "get")] HttpRequest request)
        {
        }

        [Function("Admins")]
        public static void Admins([HttpTrigger(AuthorizationLevel.Admin, "get")] HttpRequest request)
        {
        }
    }
}
