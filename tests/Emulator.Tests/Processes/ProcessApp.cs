using MicroCred.Emulator.Durable;
using MicroCred.Emulator.Worker;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace MicroCred.Emulator.Tests.Processes;

/// <summary>The app that runs in a process of its own.</summary>
internal static class ProcessApp
{
    public static IHost Build(string[] args)
    {
        var builder = FunctionsApplication.CreateBuilder(args);
        builder.Classes = [typeof(ProcessApp)];
        return builder.ConfigureFunctionsWebApplication().Build();
    }

    [Function("Hello")]
    public static IResult Hello([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) => Results.Text("hello");

    /// <summary>Answers its head at once, and the rest after a second.</summary>
    [Function("Slow")]
    public static async Task SlowAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request)
    {
        await request.HttpContext.Response.StartAsync();
        await request.HttpContext.Response.Body.FlushAsync();
        await Task.Delay(TimeSpan.FromSeconds(1));
        await request.HttpContext.Response.WriteAsync("finished");
    }

    [Function("Begin")]
    public static async Task<IResult> BeginAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "waiting/{id}")] HttpRequest request, string id, [DurableClient] DurableTaskClient client)
    {
        await client.ScheduleNewOrchestrationInstanceAsync(nameof(Wait), "kia ora", new StartOrchestrationOptions(id));
        return Results.Accepted();
    }

    [Function("Tell")]
    public static async Task<IResult> TellAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "waiting/{id}")] HttpRequest request, string id, [DurableClient] DurableTaskClient client)
    {
        await client.RaiseEventAsync(id, "Told", "Ani");
        var end = await client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true, request.HttpContext.RequestAborted);
        return Results.Text(end.ReadOutputAs<string>());
    }

    [Function(nameof(Wait))]
    public static async Task<string> Wait([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var name = await context.WaitForExternalEvent<string>("Told");
        return await context.CallActivityAsync<string>(nameof(Join), new[] { context.GetInput<string>()!, name });
    }

    [Function(nameof(Join))]
    public static string Join([ActivityTrigger] string[] words, string instanceId) => $"{string.Join(' ', words)} of {instanceId}";
}
