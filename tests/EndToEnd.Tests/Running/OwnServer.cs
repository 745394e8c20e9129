using MicroCred.Demo.Server;
using MicroCred.Host.Storage;
using MicroCred.Tests.Support;

namespace MicroCred.EndToEnd.Tests.Running;

/// <summary>An app of the test run's own, on free ports, with data that goes when it does.</summary>
internal sealed class OwnServer : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    private readonly TemporaryFolder _folder = new();
    private Azurite? _azurite;
    private HostProcess? _process;

    public Uri Url { get; } = new($"http://localhost:{FreePort.Next()}");

    public async Task StartAsync(HttpClient http)
    {
        // In memory, since nothing is asked of it after its end.
        _azurite = await Azurite.StartAsync();
        Dictionary<string, string> settings = new()
        {
            ["Host__DataPath"] = _folder.Path,
            ["AzureWebJobsStorage"] = _azurite.ConnectionString,
        };
        _process = HostProcess.Start(Url, settings, Path.Combine(_folder.Path, "app.log"));
        await _process.UntilItAnswersAsync(http, Limit, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await _process.DisposeAsync();
        }

        if (_azurite is not null)
        {
            await _azurite.DisposeAsync();
        }

        _folder.Dispose();
    }
}
