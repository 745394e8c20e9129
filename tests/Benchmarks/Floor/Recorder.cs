using System.Net;
using MicroCred.Emulator.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace MicroCred.Benchmarks.Floor;

/// <summary>Stands between an app and its storage, and writes down what passes while it is told to.</summary>
internal sealed class Recorder : IAsyncDisposable
{
    private readonly SocketsHttpHandler _connections = new() { AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.None, UseCookies = false };
    private readonly HttpMessageInvoker _storage;
    private readonly List<WebApplication> _listeners = [];
    private readonly List<RecordedRequest> _requests = [];
    private bool _isOn;

    private Recorder() => _storage = new HttpMessageInvoker(_connections);

    /// <summary>What an app connects with in order to be overheard.</summary>
    public string ConnectionString { get; private set; } = "";

    public static async Task<Recorder> Start(StorageEndpoints behind)
    {
        Recorder recorder = new();
        recorder.ConnectionString = DevelopmentAccount.ConnectionString(
            await recorder.Listen(behind.Blob), await recorder.Listen(behind.Queue), await recorder.Listen(behind.Table));
        return recorder;
    }

    /// <summary>Writes down what passes until <see cref="Stop"/>.</summary>
    public void Record() => _isOn = true;

    public IReadOnlyList<RecordedRequest> Stop()
    {
        _isOn = false;
        lock (_requests)
        {
            return [.. _requests];
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

    private async Task<Uri> Listen(Uri behind)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = null);
        WebApplication listener = builder.Build();
        _listeners.Add(listener);
        listener.Run(context => Pass(context, behind));
        await listener.StartAsync();
        return new Uri(listener.Urls.Single());
    }

    private async Task Pass(HttpContext context, Uri behind)
    {
        using MemoryStream body = new();
        await context.Request.Body.CopyToAsync(body);
        Uri target = new(behind, context.Features.Get<IHttpRequestFeature>()!.RawTarget);
        using HttpRequestMessage request = new(new HttpMethod(context.Request.Method), target) { Content = new ByteArrayContent(body.ToArray()) };
        foreach ((string name, Microsoft.Extensions.Primitives.StringValues values) in context.Request.Headers)
        {
            if (name is not ("Host" or "Connection" or "Transfer-Encoding") && !request.Headers.TryAddWithoutValidation(name, [.. values]))
            {
                request.Content.Headers.TryAddWithoutValidation(name, [.. values]);
            }
        }

        using HttpResponseMessage answer = await _storage.SendAsync(request, context.RequestAborted);
        byte[] content = await answer.Content.ReadAsByteArrayAsync();
        RecordedRequest recorded = RecordedRequest.Of(request, body.ToArray(), answer.StatusCode);
        bool isEmptyPoll = recorded.IsPoll && content.AsSpan().IndexOf("<MessageId>"u8) < 0;
        if (_isOn && !isEmptyPoll)
        {
            lock (_requests)
            {
                _requests.Add(recorded);
            }
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
}
