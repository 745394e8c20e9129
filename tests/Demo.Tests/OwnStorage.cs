using MicroCred.Tests.Support;
using MicroCred.Tests.Support.Storage;

namespace MicroCred.Demo.Tests;

/// <summary>A folder for an app's data, and the settings that keep it and its storage there, on free ports; both go together.</summary>
internal sealed class OwnStorage : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public OwnStorage() =>
        Settings = new Dictionary<string, string> { ["Host__DataPath"] = Folder, ["AzureWebJobsStorage"] = FreeAccount.ConnectionString() };

    public string Folder => _folder.Path;

    public IReadOnlyDictionary<string, string> Settings { get; }

    public void Dispose() => _folder.Dispose();
}
