using System.Diagnostics;
using System.Net;
using System.Text.Json;
using MicroCred.Host.Functions;
using MicroCred.Host.Worker;
using MicroCred.Host.Worker.Messages;
using Microsoft.AspNetCore.Http.Features;
using Yarp.ReverseProxy.Forwarder;
using Yarp.ReverseProxy.Transforms;
using Yarp.ReverseProxy.Transforms.Builder;

namespace MicroCred.Host.Http;

/// <summary>
/// The end of the HTTP pipeline: forwards the request to the worker's HTTP server and invokes the function that answers it.
/// </summary>
internal sealed class FunctionForwarder(Workers workers, IHttpForwarder forwarder, ITransformBuilder transforms, IConfiguration settings) : IDisposable
{
    private static readonly ForwarderRequestConfig Patiently = new() { ActivityTimeout = TimeSpan.FromMinutes(10) };

    /// <summary>How long the worker may take to finish a failed function's answer.</summary>
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(5);

    /// <summary>How long a request waits for a new worker after one has ended.</summary>
    private static readonly TimeSpan ForTheWorker = TimeSpan.FromSeconds(60);

    private readonly HttpMessageInvoker _client = new(new SocketsHttpHandler
    {
        UseProxy = false,
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.None,
        ActivityHeadersPropagator = null,
    });

    // Forwarded headers from the client are ignored: the real host replaces them too.
    private readonly HttpTransformer _transformer = transforms.Create(transform => transform
        .AddOriginalHost()
        .AddXForwarded(ForwardedTransformActions.Set)
        .AddRequestTransform(request =>
        {
            // The worker may refuse a large body before reading it: then the rest must not be sent.
            if (request.HttpContext.Request.ContentLength > 0)
                request.ProxyRequest.Headers.ExpectContinue = true;
            return ValueTask.CompletedTask;
        }));

    public async Task InvokeAsync(HttpContext context)
    {
        var limit = settings.GetValue("FUNCTIONS_REQUEST_BODY_SIZE_LIMIT", 104_857_600L); // The real host's default.
        if (RouteTable.FunctionOf(context) is not { } function || settings.GetValue<bool>($"AzureWebJobs.{function.Name}.Disabled"))
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        else if (!string.Equals(function.TriggerProperty("authLevel"), "anonymous", StringComparison.OrdinalIgnoreCase))
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        else if (context.Request.ContentLength > limit || !await ForwardAsync(context, function.Name, limit))
            Fail(context);
    }

    public void Dispose() => _client.Dispose();

    /// <returns>Whether the request was answered.</returns>
    private async Task<bool> ForwardAsync(HttpContext context, string name, long limit)
    {
        context.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = limit;
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        giveUp.CancelAfter(ForTheWorker);
        try
        {
            while (true)
            {
                var worker = await workers.ReadyAsync(giveUp.Token);
                var answered = await ForwardAsync(context, worker, name);

                // If the worker ended before it read any of the request, the next worker gets it.
                if (answered || !worker.Ended.IsCancellationRequested || context.Response.HasStarted
                    || context.GetForwarderErrorFeature()?.Exception is not HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError })
                    return answered;
            }
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private async Task<bool> ForwardAsync(HttpContext context, WorkerChannel worker, string name)
    {
        var request = await Dispatcher.RequestAsync(worker.Functions[name], new TypedData { Http = new RpcHttp() }, TraceOf(context.Request));
        foreach (var (key, value) in context.Request.RouteValues.Where(pair => pair.Value is not null))
            request.TriggerMetadata[key] = new TypedData { String = $"{value}" };
        request.TriggerMetadata["Query"] = Json(context.Request.Query);
        request.TriggerMetadata["Headers"] = Json(context.Request.Headers);

        context.Request.Headers["x-ms-invocation-id"] = request.InvocationId;
        using var forwarding = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        var forwarded = forwarder.SendAsync(context, worker.HttpUri!, _client, Patiently, _transformer, forwarding.Token);
        var succeeded = false;
        try
        {
            await worker.InvokeAsync(request, context.RequestAborted);
            succeeded = true;
        }
        catch (Exception failure) when (failure is FunctionFailedException or WorkerProcessExitException or OperationCanceledException)
        {
            // A failed function's answer ends, but doesn't say so; a dead worker's connection ends, and says whether the request got there.
            forwarding.CancelAfter(AfterFailure);
        }

        return await forwarded is ForwarderError.None && (succeeded || context.Response.HasStarted);
    }

    private static TypedData Json(IEnumerable<KeyValuePair<string, Microsoft.Extensions.Primitives.StringValues>> values) =>
        new() { Json = JsonSerializer.Serialize(values.ToDictionary(value => value.Key, value => $"{value.Value}")) };

    private static RpcTraceContext TraceOf(HttpRequest request) => Activity.Current is { Recorded: true }
        ? Dispatcher.Trace()
        : new RpcTraceContext { TraceParent = $"{request.Headers.TraceParent}", TraceState = $"{request.Headers.TraceState}" };

    /// <summary>Answers an empty 500, or breaks the connection if an answer has begun.</summary>
    private static void Fail(HttpContext context)
    {
        if (context.Response.HasStarted)
        {
            context.Abort();
            return;
        }

        context.Response.Clear();
        context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        context.Response.ContentLength = 0;
    }
}
