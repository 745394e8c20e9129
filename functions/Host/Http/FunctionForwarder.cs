using System.Net;
using System.Text.Json;
using MicroCred.Host.Functions;
using MicroCred.Host.Worker;
using MicroCred.Host.Worker.Messages;
using Microsoft.AspNetCore.Http.Features;
using Yarp.ReverseProxy.Forwarder;

namespace MicroCred.Host.Http;

/// <summary>
/// The end of the HTTP pipeline: finds the function, passes the request on to the worker's own server, and has the worker run the function,
/// which answers it.
/// </summary>
internal sealed class FunctionForwarder(
    RequestDelegate end, RouteTable routes, FunctionKeys keys, Workers workers, IHttpForwarder forwarder, IConfiguration settings)
    : IDisposable
{
    private const string InvocationId = "x-ms-invocation-id";

    /// <summary>The real host's own default.</summary>
    private const long DefaultBodyLimit = 104_857_600;

    private static readonly ForwarderRequestConfig Patiently = new() { ActivityTimeout = TimeSpan.FromMinutes(10) };

    /// <summary>What the worker still sends of a function that failed; what doesn't come by then isn't coming.</summary>
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(5);

    /// <summary>A worker that ended is replaced; a request that comes meanwhile waits for the new one.</summary>
    private static readonly TimeSpan ForTheWorker = TimeSpan.FromSeconds(60);

    private readonly HttpMessageInvoker _client = new(new SocketsHttpHandler
    {
        UseProxy = false,
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.None,
        ActivityHeadersPropagator = null,
    });

    public async Task InvokeAsync(HttpContext context)
    {
        if (routes.Find(context.Request.Method, context.Request.Path) is not var (route, values) || IsDisabled(route.Function))
            await end(context);
        else if (!keys.Open(route.Function, context.Request))
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        else if (context.Request.ContentLength > BodyLimit)
            Fail(context);
        else
            await ForwardAsync(context, route.Function.Name, values);
    }

    public void Dispose() => _client.Dispose();

    private long BodyLimit => settings.GetValue("FUNCTIONS_REQUEST_BODY_SIZE_LIMIT", DefaultBodyLimit);

    private bool IsDisabled(FunctionMetadata function) => settings.GetValue<bool>($"AzureWebJobs.{function.Name}.Disabled");

    private async Task ForwardAsync(HttpContext context, string name, RouteValueDictionary values)
    {
        context.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = BodyLimit;
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        giveUp.CancelAfter(ForTheWorker);
        bool answered;
        do
        {
            try
            {
                answered = await TryForwardAsync(context, await workers.ReadyAsync(giveUp.Token), name, values);
            }
            catch (OperationCanceledException)
            {
                Fail(context);
                return;
            }
        }
        while (!answered);
    }

    /// <returns>Whether it is answered; not so where the worker was gone before it took anything of the request.</returns>
    private async Task<bool> TryForwardAsync(HttpContext context, WorkerChannel worker, string name, RouteValueDictionary values)
    {
        var function = worker.Functions[name];
        InvocationRequest request = new() { InvocationId = Guid.NewGuid().ToString(), FunctionId = function.Id, TraceContext = TraceOf(context.Request) };
        request.InputData.Add(new ParameterBinding { Name = function.TriggerName, Data = new TypedData { Http = new RpcHttp() } });
        foreach (var (key, value) in values)
        {
            if (value is not null)
                request.TriggerMetadata[key] = new TypedData { String = $"{value}" };
        }

        request.TriggerMetadata["Query"] = Json(context.Request.Query.ToDictionary(query => query.Key, query => query.Value.ToString()));
        request.TriggerMetadata["Headers"] = Json(context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString()));
        await Dispatcher.AddDurableClientsAsync(request, function);

        context.Request.Headers[InvocationId] = request.InvocationId;
        using var forwarding = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, worker.Ended);
        var forwarded = forwarder.SendAsync(context, worker.HttpUri!, _client, Patiently, Headers.Instance, forwarding.Token);
        var succeeded = false;
        try
        {
            await worker.InvokeAsync(request, context.RequestAborted);
            succeeded = true;
        }
        catch (Exception failure) when (failure is FunctionFailedException or WorkerProcessExitException or OperationCanceledException)
        {
            // The worker has logged what failed in it; its own answer to the request ends, but says nothing of the failure.
            forwarding.CancelAfter(failure is WorkerProcessExitException ? TimeSpan.Zero : AfterFailure);
        }

        if (await forwarded is not ForwarderError.None || (!succeeded && !context.Response.HasStarted))
        {
            if (worker.Ended.IsCancellationRequested && NobodyListened(context))
                return false;
            Fail(context);
        }

        return true;
    }

    private static bool NobodyListened(HttpContext context) =>
        context.GetForwarderErrorFeature()?.Exception is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } && !context.Response.HasStarted;

    private static TypedData Json(Dictionary<string, string> values) => new() { Json = JsonSerializer.Serialize(values) };

    private static RpcTraceContext TraceOf(HttpRequest request) => System.Diagnostics.Activity.Current is { Recorded: true }
        ? Dispatcher.Trace()
        : new RpcTraceContext { TraceParent = request.Headers.TraceParent.ToString(), TraceState = request.Headers.TraceState.ToString() };

    /// <summary>500 with nothing in it, in place of whatever was to be answered; or, where that has begun already, a broken connection.</summary>
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

    /// <summary>The client's own word on how it came here counts for nothing: the real host replaces it by what it knows.</summary>
    private sealed class Headers : HttpTransformer
    {
        public static readonly Headers Instance = new();

        public override async ValueTask TransformRequestAsync(
            HttpContext httpContext, HttpRequestMessage proxyRequest, string destinationPrefix, CancellationToken cancellationToken)
        {
            await base.TransformRequestAsync(httpContext, proxyRequest, destinationPrefix, cancellationToken);

            // The worker may answer before it has taken a large body, since that is too large for it: what it hasn't asked for isn't sent then.
            if (httpContext.Request.ContentLength > 0)
                proxyRequest.Headers.ExpectContinue = true;
            Set("X-Forwarded-For", $"{httpContext.Connection.RemoteIpAddress}");
            Set("X-Forwarded-Proto", httpContext.Request.Scheme);
            Set("X-Forwarded-Host", $"{httpContext.Request.Host}");

            void Set(string name, string value)
            {
                proxyRequest.Headers.Remove(name);
                proxyRequest.Headers.TryAddWithoutValidation(name, value);
            }
        }
    }
}
