using MicroCred.Demo.Server;

namespace MicroCred.EndToEnd.Tests.Running;

/// <summary>An app of the test run's own, on free ports, with data that goes when it does.</summary>
internal sealed class OwnServer : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    private readonly OwnStorage _storage = new();
    private HostProcess? _process;

    public Uri Url { get; } = new($"http://localhost:{FreePort.Next()}");

    public async Task StartAsync(HttpClient http)
    {
        _process = HostProcess.Start(Url, _storage.Settings, Path.Combine(_storage.Folder, "app.log"));
        await _process.UntilItAnswersAsync(http, Limit, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await _process.DisposeAsync();
        }

        _storage.Dispose();
    }
}
