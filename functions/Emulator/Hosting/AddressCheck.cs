using System.Net;
using System.Net.Sockets;
using MicroCred.Emulator.Functions;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace MicroCred.Emulator.Hosting;

/// <summary>Says in plain words, before anything else has started, that the app's address is taken, or open to more than this machine.</summary>
internal sealed partial class AddressCheck(EmulatorSettings settings, ILogger<AddressCheck> logger) : LifecycleService
{
    public override Task StartingAsync(CancellationToken cancellationToken)
    {
        var url = BindingAddress.Parse(settings.Url);
        var address = url.Host == "localhost" ? IPAddress.Loopback : IPAddress.TryParse(url.Host, out var host) ? host : IPAddress.Any;
        if (!IPAddress.IsLoopback(address))
            Open(settings.Url);

        try
        {
            using var listener = new TcpListener(address, url.Port);
            listener.Start();
        }
        catch (SocketException taken) when (taken.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            throw new StartupException([$"{settings.Url} is taken: the app may be running already. End that one, or give this one another Emulator:Url."]);
        }

        return Task.CompletedTask;
    }

    [LoggerMessage(LogLevel.Warning, "{Url} can be reached from other machines, and whoever reaches it can sign in as anybody.")]
    private partial void Open(string url);
}
