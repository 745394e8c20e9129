using MicroCred.Tests.Support.Storage;

namespace MicroCred.Tests.Support.Processes;

/// <summary>The settings of a Host process.</summary>
public sealed record HostSettings
{
    /// <summary>The folder of the built function app.</summary>
    public required string App { get; init; }

    /// <summary>The folder for its log, and for the data of an Azurite that it starts.</summary>
    public required string DataPath { get; init; }

    /// <summary>The storage connection string; if nothing listens there, as by default, the Host starts Azurite.</summary>
    public string Storage { get; init; } = FreeAccount.ConnectionString();

    /// <summary>The address to serve; by default any free port.</summary>
    public string Url { get; init; } = "http://127.0.0.1:0";

    /// <summary>Further settings, as environment variables: <c>AzureFunctionsJobHost__extensions__…</c> overrides host.json.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// Whether it runs as long as it would for people. Others compile no code a second time, better: a test's Host lives for seconds, and two
    /// fifths of its processor time went on that.
    /// </summary>
    public bool IsLasting { get; init; }

    /// <summary>The same settings with one more.</summary>
    public HostSettings With(string name, string value) =>
        this with
        {
            Environment = new Dictionary<string, string>(Environment) { [name] = value },
        };
}
