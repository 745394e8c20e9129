using Microsoft.Extensions.Configuration;

namespace MicroCred.Benchmarks.World;

/// <summary>A function app that is measured.</summary>
/// <param name="Folder">Its build output.</param>
/// <param name="Settings">What its host is given besides.</param>
internal sealed record Subject(string Folder, IReadOnlyDictionary<string, string> Settings)
{
    private const string Never = "0 0 0 1 1 *";

    /// <summary>The App. Its timers rest, so that only what people do is counted; the measure of what idles turns them on again.</summary>
    public static Subject App { get; } = new(
        Output("functions/App"),
        new Dictionary<string, string> { ["SWEEP_SCHEDULE"] = Never, ["REPAIR_SCHEDULE"] = Never, ["ARCHIVE_SCHEDULE"] = Never });

    /// <summary>An app in the shape of the public approval samples, with their host.json: the defaults.</summary>
    public static Subject Peer { get; } = new(Output("tests/Peer"), new Dictionary<string, string>());

    /// <summary>The same under the App's host.json: its concurrency, polling and partitions.</summary>
    public static Subject PeerAsApp { get; } = Peer with { Settings = HostSettingsOfTheApp() };

    /// <summary>The App with its timers, as it is deployed.</summary>
    public static Subject AppWithTimers { get; } = App with { Settings = new Dictionary<string, string>() };

    /// <summary>The Host that serves any of them.</summary>
    public static string Host { get; } = Path.Combine(Output("functions/Host"), "MicroCred.Host.dll");

    public bool IsPeer => Folder == Peer.Folder;

    /// <summary>What <c>dotnet build</c> made of a project, in the configuration that this was built in.</summary>
    private static string Output(string project)
    {
        DirectoryInfo here = new(AppContext.BaseDirectory);
        DirectoryInfo root = here;
        while (!File.Exists(Path.Combine(root.FullName, "MicroCredApproval.sln")))
        {
            root = root.Parent ?? throw new InvalidOperationException($"{here} isn't in the repository.");
        }

        return Path.Combine(root.FullName, project, Path.GetRelativePath(Path.Combine(root.FullName, "tests/Benchmarks"), here.FullName));
    }

    private static Dictionary<string, string> HostSettingsOfTheApp() => new ConfigurationBuilder()
        .AddJsonFile(Path.Combine(App.Folder, "host.json"))
        .Build()
        .GetSection("extensions")
        .AsEnumerable(makePathsRelative: true)
        .Where(setting => setting.Value is not null && setting.Key is not ("http:routePrefix" or "durableTask:hubName"))
        .ToDictionary(setting => $"AzureFunctionsJobHost__extensions__{setting.Key.Replace(":", "__", StringComparison.Ordinal)}", setting => setting.Value!);
}
