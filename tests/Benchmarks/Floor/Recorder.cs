using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using MicroCred.Host.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;

namespace MicroCred.Benchmarks.Floor;

/// <summary>Stands between an app and its storage, and writes down what passes.</summary>
internal sealed partial class Recorder : IAsyncDisposable
{
    private static readonly string[] LeftOut =
    [
        "Host", "Connection", "Transfer-Encoding", "Authorization", "Content-Length", "Date", "User-Agent", "traceparent", "x-ms-client-request-id", "x-ms-date",
        "x-ms-return-client-request-id",
    ];

    private readonly SocketsHttpHandler _connections = new() { AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.None, UseCookies = false };
    private readonly HttpMessageInvoker _storage;
    private readonly List<WebApplication> _listeners = [];
    private readonly Lock _gate = new();
    private List<RecordedRequest> _requests = [];

    private Recorder() => _storage = new HttpMessageInvoker(_connections);

    /// <summary>What an app connects with in order to be overheard.</summary>
    public string ConnectionString { get; private set; } = "";

    public static async Task<Recorder> Start(StorageEndpoints behind)
    {
        Recorder recorder = new();
        recorder.ConnectionString = DevelopmentAccount.ConnectionString(
            await recorder.Listen(behind.Blob, "blob"), await recorder.Listen(behind.Queue, "queue"), await recorder.Listen(behind.Table, "table"));
        return recorder;
    }

    /// <summary>What was answered since this was asked last, in the order of the answers: what depends on an answer comes after it.</summary>
    public IReadOnlyList<RecordedRequest> Take()
    {
        lock (_gate)
        {
            List<RecordedRequest> taken = _requests;
            _requests = [];
            return taken;
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (WebApplication listener in _listeners)
        {
            await listener.DisposeAsync();
        }

        _storage.Dispose();
        _connections.Dispose();
    }

    private async Task<Uri> Listen(Uri behind, string service)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = null);
        WebApplication listener = builder.Build();
        _listeners.Add(listener);
        listener.Run(context => Pass(context, behind, service));
        await listener.StartAsync();
        return new Uri(listener.Urls.Single());
    }

    private async Task Pass(HttpContext context, Uri behind, string service)
    {
        using MemoryStream body = new();
        await context.Request.Body.CopyToAsync(body);
        string target = context.Features.Get<IHttpRequestFeature>()!.RawTarget;
        using HttpRequestMessage request = new(new HttpMethod(context.Request.Method), new Uri(behind, target)) { Content = new ByteArrayContent(body.ToArray()) };
        foreach ((string name, StringValues values) in context.Request.Headers)
        {
            if (name is not ("Host" or "Connection" or "Transfer-Encoding") && !request.Headers.TryAddWithoutValidation(name, [.. values]))
            {
                request.Content.Headers.TryAddWithoutValidation(name, [.. values]);
            }
        }

        using HttpResponseMessage answer = await _storage.SendAsync(request, context.RequestAborted);
        byte[] content = await answer.Content.ReadAsByteArrayAsync();
        RecordedRequest recorded = new(
            request.Method,
            service,
            behind.Port,
            target,
            [.. context.Request.Headers.Where(header => !LeftOut.Contains(header.Key, StringComparer.OrdinalIgnoreCase)).Select(header => (header.Key, $"{header.Value}"))],
            Encoding.UTF8.GetString(body.ToArray()),
            answer.StatusCode,
            service == "queue" && request.Method == HttpMethod.Get ? Message().Count(Encoding.UTF8.GetString(content)) : 0);
        lock (_gate)
        {
            _requests.Add(recorded);
        }

        context.Response.StatusCode = (int)answer.StatusCode;
        foreach ((string name, IEnumerable<string> values) in answer.Headers.Concat(answer.Content.Headers))
        {
            if (name is not ("Transfer-Encoding" or "Connection" or "Content-Length"))
            {
                context.Response.Headers[name] = values.ToArray();
            }
        }

        context.Response.ContentLength = content.Length > 0 ? content.Length : null;
        await context.Response.Body.WriteAsync(content);
    }

    [GeneratedRegex("<PopReceipt>")]
    private static partial Regex Message();
}
