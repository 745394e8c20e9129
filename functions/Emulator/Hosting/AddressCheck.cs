using System.Net;
using System.Net.Sockets;
using MicroCred.Emulator.Functions;

namespace MicroCred.Emulator.Hosting;

/// <summary>Says in plain words that the app's address is taken, before anything else has started.</summary>
internal sealed class AddressCheck(EmulatorSettings settings) : LifecycleService
{
    public override Task StartingAsync(CancellationToken cancellationToken)
    {
        var url = new Uri(settings.Url);
        try
        {
            using var listener = new TcpListener(IPAddress.TryParse(url.Host, out var address) ? address : IPAddress.Loopback, url.Port);
            listener.Start();
        }
        catch (SocketException taken) when (taken.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            throw new StartupException([$"{settings.Url} is taken: the app may be running already. End that one, or give this one another Emulator:Url."]);
        }

        return Task.CompletedTask;
    }
}
