using MicroCred.Tests.Support.Storage;

namespace MicroCred.Tests.Support.Processes;

/// <summary>With what a Host is started, and started again.</summary>
public sealed record HostSettings
{
    /// <summary>The folder of the built function app that it serves.</summary>
    public required string App { get; init; }

    /// <summary>The folder that keeps its log, and the data of an Azurite that it starts.</summary>
    public required string DataPath { get; init; }

    /// <summary>
    /// The connection string of its storage; where nothing listens there, which is so unless a test says otherwise, it starts Azurite.
    /// </summary>
    public string Storage { get; init; } = FreeAccount.ConnectionString();

    /// <summary>Where it is to serve; any free port where it is left out.</summary>
    public string Url { get; init; } = "http://127.0.0.1:0";

    /// <summary>Further settings, as environment variables: <c>AzureFunctionsJobHost__extensions__…</c> overrides host.json.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>The same, with one more setting.</summary>
    public HostSettings With(string name, string value) =>
        this with
        {
            Environment = new Dictionary<string, string>(Environment) { [name] = value },
        };
}
