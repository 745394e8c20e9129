using MicroCred.Emulator.Tests.World;
using MicroCred.Emulator.Worker;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace MicroCred.Emulator.Tests.Hosting;

public static class HostedServiceTests
{
    [Fact]
    public static async Task They_have_started_before_the_first_invocation_and_stop_after_the_last()
    {
        var trail = new Trail();
        var app = await TestApp.StartAsync([typeof(Functions)], configure: builder =>
        {
            builder.ConfigureFunctionsWebApplication();
            builder.Services.AddSingleton(trail);
            builder.Services.AddHostedService<Service>();
        });
        await trail.ReachesAsync("timer runs");

        var request = app.Http.GetStringAsync("/api/slow");
        await trail.ReachesAsync("request begins");
        var stop = app.StopAsync();
        trail.Finish.SetResult();

        Assert.Equal("finished", await request);
        await stop;
        await app.DisposeAsync();
        Assert.Equal(
            ["starting", "start", "timer runs", "request begins", "request ends", "stopping", "stop", "stopped"],
            trail.Steps.Where(step => step is not "started"));
    }

    [Fact]
    public static async Task A_request_that_comes_while_the_app_ends_is_refused()
    {
        var trail = new Trail();
        var app = await TestApp.StartAsync([typeof(Functions)], configure: builder =>
        {
            builder.ConfigureFunctionsWebApplication();
            builder.Services.AddSingleton(trail);
        });
        var request = app.Http.GetStringAsync("/api/slow");
        await trail.ReachesAsync("request begins");
        var stop = app.StopAsync();

        var late = await app.Http.GetAsync("/api/slow");

        Assert.Equal(System.Net.HttpStatusCode.ServiceUnavailable, late.StatusCode);
        trail.Finish.SetResult();
        Assert.Equal("finished", await request);
        await stop;
        await app.DisposeAsync();
    }

    internal sealed class Trail
    {
        private readonly List<string> _steps = [];

        public TaskCompletionSource Finish { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public IReadOnlyList<string> Steps
        {
            get
            {
                lock (_steps)
                    return [.. _steps];
            }
        }

        public Task Add(string step)
        {
            lock (_steps)
                _steps.Add(step);
            return Task.CompletedTask;
        }

        public async Task ReachesAsync(string step)
        {
            while (!Steps.Contains(step))
                await Task.Delay(5);
        }
    }

    internal sealed class Service(Trail trail) : IHostedLifecycleService
    {
        public Task StartingAsync(CancellationToken cancellationToken) => trail.Add("starting");

        public Task StartAsync(CancellationToken cancellationToken) => trail.Add("start");

        public Task StartedAsync(CancellationToken cancellationToken) => trail.Add("started");

        public Task StoppingAsync(CancellationToken cancellationToken) => trail.Add("stopping");

        public Task StopAsync(CancellationToken cancellationToken) => trail.Add("stop");

        public Task StoppedAsync(CancellationToken cancellationToken) => trail.Add("stopped");
    }

    internal sealed class Functions(Trail trail)
    {
        [Function("AtStart")]
        public Task AtStart([TimerTrigger("0 0 0 1 1 *", RunOnStartup = true)] TimerInfo timer) => trail.Add("timer runs");

        [Function("Slow")]
        public async Task<IResult> Slow([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request)
        {
            await trail.Add("request begins");
            await trail.Finish.Task;
            await trail.Add("request ends");
            return Results.Text("finished");
        }
    }
}
