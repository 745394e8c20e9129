using System.Globalization;
using Azure.Storage.Queues;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Yarp.ReverseProxy.Forwarder;

namespace MicroCred.CrashProof.Tests.World;

/// <summary>
/// A proxy for an account's queues that shortens visibility timeouts: the engine allows no less than a minute, and the queue extension only
/// its fixed ten. A message whose receiver was killed would take that long to reappear.
/// </summary>
internal sealed class ShortHiding : IAsyncDisposable
{
    private const int LeastOfTheEngine = 60;

    private readonly QueueServiceClient _queues;
    private readonly WebApplication _server;

    private ShortHiding(string account, TimeSpan hidden)
    {
        _queues = new QueueServiceClient(account);
        var builder = WebApplication.CreateSlimBuilder(["--urls=http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        builder.Services.AddHttpForwarder();
        _server = builder.Build();
        _server.Use(
            (context, next) =>
                context.Request is { Method: "GET", Query: var query }
                && int.TryParse(query["visibilitytimeout"], out var seconds)
                && seconds >= LeastOfTheEngine
                    ? ReceiveAsync(context, int.Parse(query["numofmessages"].ToString(), CultureInfo.InvariantCulture), hidden)
                    : next()
        );
        _server.MapForwarder(
            "/{**rest}",
            _queues.Uri.GetLeftPart(UriPartial.Authority),
            ForwarderRequestConfig.Empty,
            HttpTransformer.Default
        );
    }

    /// <summary>The account's connection string with these queues in place of its own.</summary>
    public string ConnectionString { get; private set; } = "";

    public static async Task<ShortHiding> StartAsync(string account, TimeSpan hidden)
    {
        var hiding = new ShortHiding(account, hidden);
        await hiding._server.StartAsync();
        hiding.ConnectionString = account.Replace(
            hiding._queues.Uri.GetLeftPart(UriPartial.Authority),
            hiding._server.Urls.Single(),
            StringComparison.Ordinal
        );
        return hiding;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task ReceiveAsync(HttpContext context, int count, TimeSpan hidden)
    {
        // "/<account>/<queue>/messages"
        var queue = _queues.GetQueueClient(context.Request.Path.Value!.Split('/')[2]);
        using var answer = (await queue.ReceiveMessagesAsync(count, hidden)).GetRawResponse();
        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = answer.Headers.ContentType;
        await context.Response.Body.WriteAsync(answer.Content.ToMemory());
    }
}
