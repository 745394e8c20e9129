using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MicroCred.Tests.Support.Storage;

/// <summary>The proxy for one service of the account, on a separate port.</summary>
internal sealed class ProxiedService : IAsyncDisposable
{
    private static readonly TimeSpan Slowness = TimeSpan.FromSeconds(5);

    private readonly StorageService _service;
    private readonly RequestLog _log;
    private readonly StorageForwarder _forwarder;
    private readonly WebApplication _server;

    public ProxiedService(StorageService service, Uri to, RequestLog log)
    {
        _service = service;
        _log = log;
        _forwarder = new StorageForwarder(to);
        var builder = WebApplication.CreateSlimBuilder(["--urls=http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = null;
        });
        _server = builder.Build();
        _server.Run(HandleAsync);
    }

    public Uri Address =>
        new(_server.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single());

    public bool IsAway { get; set; }

    public Cut? Cut { get; set; }

    public Task StartAsync() => _server.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _forwarder.Dispose();
    }

    private async Task HandleAsync(HttpContext context)
    {
        var at = DateTimeOffset.UtcNow;
        if (IsAway)
        {
            context.Abort();
            return;
        }

        var request = await StorageRequest.ReadAsync(_service, context.Request);
        var answer = request.LooksForMessages ? await _forwarder.ForwardAsync(request) : null;
        var kind = request.Kind(answer);
        var (cut, fate) = kind == RequestKind.Work && Cut is { } set ? (set, set.Of(request)) : (null, null);
        if (fate == CutKind.Slow)
        {
            await Task.Delay(Slowness);
        }

        if (fate is null or CutKind.Slow or CutKind.AnswerLost)
        {
            answer ??= await _forwarder.ForwardAsync(request);
        }

        _log.Add(
            new SeenRequest(request.Name, kind, request.Id, at, (int?)answer?.Status)
            {
                Wire = _log.KeepsWhole ? request.Wire(answer) : null,
            }
        );

        if (fate is not null)
        {
            await cut!.ThenAsync();
        }

        switch (fate)
        {
            case CutKind.Before or CutKind.AnswerLost:
                context.Abort();
                break;
            case CutKind.Error:
                context.Response.StatusCode = StatusCodes.Status500InternalServerError;
                break;
            case CutKind.Busy:
                context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                break;
            default:
                await answer!.WriteAsync(context.Response);
                break;
        }
    }
}
