using MicroCred.Tests.Support;
using Microsoft.Extensions.Configuration;

namespace MicroCred.Benchmarks.World;

/// <summary>A function app to be measured.</summary>
/// <param name="Project">The project's folder in the repository.</param>
/// <param name="Settings">Additional settings for its host.</param>
internal sealed record Subject(string Project, IReadOnlyDictionary<string, string> Settings)
{
    private const string Never = "0 0 0 1 1 *";

    /// <summary>The App as it is deployed.</summary>
    public static Subject AppWithTimers { get; } = new("functions/App", new Dictionary<string, string>());

    /// <summary>The App with its timers disabled, so that only people's actions are measured.</summary>
    public static Subject App { get; } =
        AppWithTimers with
        {
            Settings = new Dictionary<string, string>
            {
                ["SWEEP_SCHEDULE"] = Never,
                ["RECONCILE_SCHEDULE"] = Never,
                ["ARCHIVE_SCHEDULE"] = Never,
            },
        };

    /// <summary>An app built like the public approval samples, with their host.json: the defaults.</summary>
    public static Subject Peer { get; } = new("tests/Peer", new Dictionary<string, string>());

    /// <summary>The same app under the App's host.json: its concurrency, polling and partitions.</summary>
    public static Subject PeerAsApp { get; } = Peer with { Settings = HostSettingsOfTheApp() };

    public bool IsPeer => Project == Peer.Project;

    private static Dictionary<string, string> HostSettingsOfTheApp() =>
        new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(Repository.Built(App.Project), "host.json"))
            .Build()
            .GetSection("extensions")
            .AsEnumerable(makePathsRelative: true)
            .Where(setting => setting.Value is not null && setting.Key is not ("http:routePrefix" or "durableTask:hubName"))
            .ToDictionary(
                setting => $"AzureFunctionsJobHost__extensions__{setting.Key.Replace(":", "__", StringComparison.Ordinal)}",
                setting => setting.Value!
            );
}
