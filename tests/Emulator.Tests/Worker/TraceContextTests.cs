using System.Diagnostics;
using MicroCred.Emulator.Durable;
using MicroCred.Emulator.Durable.Engine;
using MicroCred.Emulator.Tests.World;
using MicroCred.Emulator.Worker;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace MicroCred.Emulator.Tests.Worker;

/// <summary>Which trace a function is told that it belongs to.</summary>
public sealed class TraceContextTests(TraceContextTests.App app) : IClassFixture<TraceContextTests.App>
{
    private const string Caller = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    [Fact]
    public async Task An_HTTP_function_belongs_to_its_caller_s_trace()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/TellTrace") { Headers = { { "traceparent", Caller } } };

        Assert.Equal(Caller, await (await app.Http.SendAsync(request)).Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Where_the_server_s_own_span_is_recorded_the_function_belongs_to_that()
    {
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Microsoft.AspNetCore",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
        };
        ActivitySource.AddActivityListener(listener);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/TellTrace") { Headers = { { "traceparent", Caller } } };

        var told = await (await app.Http.SendAsync(request)).Content.ReadAsStringAsync();

        Assert.StartsWith(Caller[..36], told, StringComparison.Ordinal);
        Assert.NotEqual(Caller, told);
    }

    [Fact]
    public async Task Without_a_caller_s_trace_there_is_none() => Assert.Empty(await app.Http.GetStringAsync("/api/TellTrace"));

    [Fact]
    public async Task An_activity_and_its_orchestrator_belong_to_the_trace_that_started_the_orchestration()
    {
        using var span = new Activity("start").Start();

        Assert.Equal($"\"{span.Id} {span.Id}\"", await OutputAsync(nameof(TraceFunctions.AskForTrace)));
    }

    [Fact]
    public async Task So_do_those_of_a_sub_orchestration()
    {
        using var span = new Activity("start").Start();

        Assert.Equal($"\"{span.Id} {span.Id}\"", await OutputAsync(nameof(TraceFunctions.AskAnother)));
    }

    [Fact]
    public async Task An_orchestration_that_nobody_s_trace_started_has_none() => Assert.Equal("\" \"", await OutputAsync(nameof(TraceFunctions.AskForTrace)));

    [Fact]
    public async Task The_worker_s_own_span_continues_the_caller_s()
    {
        var spans = new List<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Microsoft.Azure.Functions.Worker",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = span =>
            {
                lock (spans)
                    spans.Add(span);
            },
        };
        ActivitySource.AddActivityListener(listener);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/TellTrace")
        {
            Headers = { { "traceparent", "00-11111111111111111111111111111111-b7ad6b7169203331-01" } },
        };
        await app.Http.SendAsync(request);

        lock (spans)
            Assert.Single(spans, span => span.ParentId == "00-11111111111111111111111111111111-b7ad6b7169203331-01");
    }

    private async Task<string?> OutputAsync(string orchestrator)
    {
        var client = app.Services.GetRequiredService<DurableEngine>().Client;
        var id = await client.ScheduleNewOrchestrationInstanceAsync(orchestrator);
        var end = await client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true).WaitAsync(TimeSpan.FromSeconds(30));
        return end.SerializedOutput;
    }

    public sealed class App() : AppFixture(typeof(TraceFunctions))
    {
        protected override void Configure(FunctionsApplicationBuilder builder)
        {
            base.Configure(builder);
            builder.UseMiddleware<TraceNote>();
        }
    }
}

/// <summary>An orchestrator takes no context of its own, so its trace is told through middleware.</summary>
internal sealed class TraceNote : IFunctionsWorkerMiddleware
{
    public static AsyncLocal<string> Orchestrator { get; } = new();

    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        Orchestrator.Value = context.TraceContext.TraceParent;
        return next(context);
    }
}

internal static class TraceFunctions
{
    [Function(nameof(TellTrace))]
    public static IResult TellTrace([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request, FunctionContext context) =>
        Results.Text(context.TraceContext.TraceParent);

    [Function(nameof(AskForTrace))]
    public static async Task<string> AskForTrace([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var own = TraceNote.Orchestrator.Value;
        return $"{own} {await context.CallActivityAsync<string>(nameof(TellActivityTrace))}";
    }

    [Function(nameof(AskAnother))]
    public static Task<string> AskAnother([OrchestrationTrigger] TaskOrchestrationContext context) =>
        context.CallSubOrchestratorAsync<string>(nameof(AskForTrace));

    [Function(nameof(TellActivityTrace))]
    public static string TellActivityTrace([ActivityTrigger] object? input, FunctionContext context) => context.TraceContext.TraceParent;
}
