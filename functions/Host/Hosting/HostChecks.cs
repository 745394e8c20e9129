using System.Net;
using System.Net.Sockets;

namespace MicroCred.Host.Hosting;

/// <summary>What of the Host's own settings can be seen to be wrong before anything starts.</summary>
internal static class HostChecks
{
    /// <param name="settings">The Host's settings.</param>
    /// <param name="faults">Takes a sentence for each fault.</param>
    public static void Run(HostSettings settings, List<string> faults)
    {
        if (!Uri.TryCreate(settings.Url, UriKind.Absolute, out var url) || url.Scheme != Uri.UriSchemeHttp || !url.IsLoopback)
        {
            faults.Add($"Host:Url is {settings.Url}. It has to be an http address of this machine alone, such as http://localhost:7071.");
            return;
        }

        var address = IPAddress.TryParse(url.Host.Trim('[', ']'), out var named) ? named : IPAddress.Loopback;
        try
        {
            using TcpListener listener = new(address, url.Port);
            listener.Start();
        }
        catch (SocketException taken)
        {
            faults.Add($"{settings.Url} can't be served: {taken.Message}. End what serves there, or say with Host:Url where to serve instead.");
        }
    }
}
