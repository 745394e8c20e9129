using System.Net;
using System.Net.Sockets;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace MicroCred.Host.Hosting;

/// <summary>The Host's settings, from the environment (<c>Host__Url</c>) or the command line (<c>--Host:Url=…</c>).</summary>
internal sealed record HostSettings
{
    /// <summary>The folder of the built function app.</summary>
    public string App { get; init; } = typeof(HostSettings).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "ServedApp").Value!;

    /// <summary>The address to serve. Port 0 takes a free port on 127.0.0.1.</summary>
    public string Url { get; init; } = "http://localhost:7071";

    /// <summary>The folder for Azurite's data and the log.</summary>
    public string DataPath { get; init; } = ".local";

    /// <summary>
    /// This instance's id among those on one storage account. An instance restarted with the same id gets its orchestrations back at once;
    /// one with another id waits for the leases to expire.
    /// </summary>
    public string? Id { get; init; }

    /// <summary>The id; by default derived from the machine and the data folder.</summary>
    public string InstanceId =>
        Id ?? $"{Environment.MachineName}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Path.GetFullPath(DataPath))))[..8]}";

    /// <summary>Adds faults that can be found before anything starts.</summary>
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
