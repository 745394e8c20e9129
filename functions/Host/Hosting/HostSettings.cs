using System.Net;
using System.Net.Sockets;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace MicroCred.Host.Hosting;

/// <summary>What the Host is told by the environment (<c>Host__Url</c>) or the command line (<c>--Host:Url=…</c>).</summary>
internal sealed record HostSettings
{
    /// <summary>The folder that a build of the function app made.</summary>
    public string App { get; init; } = typeof(HostSettings).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "ServedApp").Value!;

    /// <summary>Where it serves. Port 0 takes a free one, with 127.0.0.1 as the name.</summary>
    public string Url { get; init; } = "http://localhost:7071";

    /// <summary>The folder of Azurite's data and of the log.</summary>
    public string DataPath { get; init; } = ".local";

    /// <summary>
    /// Which instance this is among those on one storage account. One that comes back under the same id gets the orchestrations that it had
    /// at once; another waits for its leases to end.
    /// </summary>
    public string? Id { get; init; }

    /// <summary>The id, where none is set by machine and data folder.</summary>
    public string InstanceId =>
        Id ?? $"{Environment.MachineName}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Path.GetFullPath(DataPath))))[..8]}";

    /// <summary>Adds what can be seen to be wrong before anything starts.</summary>
    public void Check(List<string> faults)
    {
        if (!Uri.TryCreate(Url, UriKind.Absolute, out var url) || url.Scheme != Uri.UriSchemeHttp || !url.IsLoopback)
        {
            faults.Add($"Host:Url is {Url}. It has to be an http address of this machine alone, such as http://localhost:7071.");
            return;
        }

        try
        {
            using TcpListener listener = new(IPAddress.TryParse(url.Host.Trim('[', ']'), out var named) ? named : IPAddress.Loopback, url.Port);
            listener.Start();
        }
        catch (SocketException taken)
        {
            faults.Add($"{Url} can't be served: {taken.Message}. End what serves there, or say with Host:Url where to serve instead.");
        }
    }
}
