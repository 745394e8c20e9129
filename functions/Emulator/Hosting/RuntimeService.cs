using System.Diagnostics;
using System.Globalization;
using MicroCred.Emulator.Durable.Engine;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Logging;

namespace MicroCred.Emulator.Hosting;

/// <summary>
/// The last to start and the first to stop: invokes functions only while everything else that the app has started is there. At the end it
/// waits, in this order, for requests, for queue messages and timers, and for orchestrations.
/// </summary>
internal sealed partial class RuntimeService(
    RequestGate gate, Listeners listeners, DurableEngine engine, IServer server, ILoggerFactory loggers) : LifecycleService
{
    private readonly ILogger _logger = loggers.CreateLogger("MicroCred.Emulator");

    public override Task StartAsync(CancellationToken cancellationToken) => engine.StartAsync(cancellationToken);

    public override Task StartedAsync(CancellationToken cancellationToken)
    {
        listeners.Start();
        var seconds = (DateTime.Now - Process.GetCurrentProcess().StartTime).TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);
        foreach (var address in server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [])
            Ready(address, seconds);
        return Task.CompletedTask;
    }

    public override async Task StoppingAsync(CancellationToken cancellationToken)
    {
        // When patience ends, each is still told to stop, and not waited for.
        await gate.CloseAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await listeners.StopAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await engine.StopAsync(cancellationToken);
    }

    [LoggerMessage(LogLevel.Information, "Ready at {Url}, {Seconds} s after the process began. Ctrl-C ends it.")]
    private partial void Ready(string url, string seconds);
}
