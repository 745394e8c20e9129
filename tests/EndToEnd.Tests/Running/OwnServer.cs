using System.Globalization;
using MicroCred.Demo.Server;

namespace MicroCred.EndToEnd.Tests.Running;

/// <summary>An app of the test run's own, on free ports, with data that goes when it does.</summary>
internal sealed class OwnServer : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    /// <summary>The account that every storage emulator has; its key is published with it.</summary>
    private const string Account =
        "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;" +
        "AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==;";

    private readonly string _data = Directory.CreateTempSubdirectory("microcred-end-to-end-").FullName;
    private AppProcess? _process;

    public Uri Url { get; } = new($"http://localhost:{FreePort.Next()}");

    public async Task StartAsync(HttpClient http)
    {
        var settings = new Dictionary<string, string>
        {
            ["Emulator__DataPath"] = _data,
            ["AzureWebJobsStorage"] = $"{Account}{Endpoint("Blob")}{Endpoint("Queue")}{Endpoint("Table")}",
        };
        _process = AppProcess.Start(Url, settings, Path.Combine(_data, "app.log"));
        await _process.UntilItAnswersAsync(http, Limit, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
            await _process.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }

    private static string Endpoint(string service) =>
        string.Create(CultureInfo.InvariantCulture, $"{service}Endpoint=http://127.0.0.1:{FreePort.Next()}/devstoreaccount1;");
}
