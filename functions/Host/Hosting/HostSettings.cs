using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace MicroCred.Host.Hosting;

/// <summary>What the Host is told by the environment (<c>Host__Url</c>) or the command line (<c>--Host:Url=…</c>).</summary>
internal sealed record HostSettings
{
    /// <summary>The folder that a build of the function app made.</summary>
    public string App { get; init; } = Built();

    /// <summary>Where it serves. Port 0 takes a free one, with 127.0.0.1 as the name.</summary>
    public string Url { get; init; } = "http://localhost:7071";

    /// <summary>The folder of Azurite's data and of the log.</summary>
    public string DataPath { get; init; } = ".local";

    /// <summary>Opens functions of the level <c>Function</c>, as <c>x-functions-key</c> or <c>?code=</c>. Without it they stay shut.</summary>
    public string? FunctionKey { get; init; }

    /// <summary>Opens functions of every level, and the host's own pages.</summary>
    public string? MasterKey { get; init; }

    /// <summary>
    /// Which instance this is among those on one storage account. One that comes back under the same id gets the orchestrations that it had
    /// at once; another waits for its leases to end.
    /// </summary>
    public string? Id { get; init; }

    public string InstanceId => Id ?? $"{Environment.MachineName}-{Short(Path.GetFullPath(DataPath))}";

    public static HostSettings From(IConfiguration configuration) => configuration.GetSection("Host").Get<HostSettings>() ?? new();

    private static string Short(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..8];

    private static string Built() => Path.GetFullPath(typeof(HostSettings).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "ServedApp").Value!);
}
