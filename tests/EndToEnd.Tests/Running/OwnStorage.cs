using System.Globalization;

namespace MicroCred.EndToEnd.Tests.Running;

/// <summary>A folder for an app's data, and the settings that keep it and its storage there, on free ports; both go together.</summary>
internal sealed class OwnStorage : IDisposable
{
    /// <summary>The account that every local storage has; its key is published with it.</summary>
    private const string Account =
        "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;" +
        "AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==;";

    public OwnStorage() => Settings = new Dictionary<string, string>
    {
        ["Host__DataPath"] = Folder,
        ["AzureWebJobsStorage"] = $"{Account}{Endpoint("Blob")}{Endpoint("Queue")}{Endpoint("Table")}",
    };

    public string Folder { get; } = Directory.CreateTempSubdirectory("microcred-").FullName;

    public IReadOnlyDictionary<string, string> Settings { get; }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static string Endpoint(string service) =>
        string.Create(CultureInfo.InvariantCulture, $"{service}Endpoint=http://127.0.0.1:{FreePort.Next()}/devstoreaccount1;");
}
