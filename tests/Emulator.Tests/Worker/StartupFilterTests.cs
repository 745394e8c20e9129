using System.Net;
using MicroCred.Emulator.Tests.World;
using MicroCred.Emulator.Worker;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace MicroCred.Emulator.Tests.Worker;

public sealed class StartupFilterTests(StartupFilterTests.App app) : IClassFixture<StartupFilterTests.App>
{
    [Fact]
    public async Task It_adds_to_what_functions_answer()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/long") { Headers = { { "Accept-Encoding", "gzip" } } };

        var response = await app.Http.SendAsync(request);

        Assert.Equal(["gzip"], response.Content.Headers.ContentEncoding);
        Assert.Equal("yes", response.Headers.GetValues("X-Filtered").Single());
    }

    [Theory]
    [InlineData("/api/unknown", HttpStatusCode.NotFound)]
    [InlineData("/api/keyed", HttpStatusCode.Unauthorized)]
    [InlineData("/api/throws", HttpStatusCode.InternalServerError)]
    public async Task It_doesn_t_touch_what_the_host_answers(string path, HttpStatusCode status)
    {
        var response = await app.Http.GetAsync(path);

        Assert.Equal(status, response.StatusCode);
        Assert.False(response.Headers.Contains("X-Filtered"));
    }

    public sealed class App() : AppFixture(typeof(Functions))
    {
        protected override void Configure(FunctionsApplicationBuilder builder)
        {
            base.Configure(builder);
            builder.Services.AddResponseCompression();
            builder.Services.AddSingleton<IStartupFilter, Filter>();
        }
    }

    internal sealed class Filter : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.UseResponseCompression();
            app.Use((context, go) =>
            {
                context.Response.Headers["X-Filtered"] = "yes";
                return go(context);
            });
            next(app);
        };
    }

    internal static class Functions
    {
        [Function("Long")]
        public static IResult Long([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) => Results.Text(new string('a', 5000));

        [Function("Keyed")]
        public static IResult Keyed([HttpTrigger(AuthorizationLevel.Function, "get")] HttpRequest request) => Results.Ok();

        [Function("Throws")]
        public static IResult Throws([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) =>
            throw new InvalidOperationException("on purpose");
    }
}
