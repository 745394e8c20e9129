using MicroCred.Host.Storage;
using MicroCred.Host.Tests.Durable;
using MicroCred.Host.Tests.World;
using MicroCred.Tests.Support;
using MicroCred.Tests.Support.Processes;
using MicroCred.Tests.Support.Storage;

namespace MicroCred.Host.Tests.Processes;

/// <summary>Storage that becomes unavailable while the Host runs.</summary>
public sealed class StorageAwayTests : IAsyncLifetime, IDisposable
{
    private static readonly TimeSpan Outage = TimeSpan.FromSeconds(25);

    private readonly Probe _probe = new();
    private Azurite _azurite = null!;
    private StorageProxy _proxy = null!;

    public async Task InitializeAsync()
    {
        _azurite = await Azurite.StartAsync();
        _proxy = await StorageProxy.StartAsync(_azurite.ConnectionString);

        // Messages that the engine had fetched before the outage reappear after this time; five minutes by default.
        const string hidden = "AzureFunctionsJobHost__extensions__durableTask__storageProvider__";
        _probe.Settings = (_probe.Settings with { Storage = _proxy.ConnectionString })
            .With($"{hidden}controlQueueVisibilityTimeout", "00:01:00")
            .With($"{hidden}workItemQueueVisibilityTimeout", "00:01:00");
    }

    public async Task DisposeAsync()
    {
        await _proxy.DisposeAsync();
        await _azurite.DisposeAsync();
    }

    public void Dispose() => _probe.Dispose();

    [Fact]
    public async Task An_outage_of_25_seconds_is_outlived_and_what_was_begun_goes_on()
    {
        await using var host = await HostProcess.StartAsync(_probe.Settings);
        var instances = new Instances(host.Http);
        var id = await instances.StartAsync("AwaitDecision");
        await instances.UntilAsync(id, "Running");
        var letters = _probe.Queue("texts");

        using (_proxy.TakeAway(StorageService.Blob))
        using (_proxy.TakeAway(StorageService.Queue))
        using (_proxy.TakeAway(StorageService.Table))
        {
            await Task.Delay(Outage);
        }

        await Patience.UntilAsync(
            async () =>
            {
                Assert.True(host.ExitCode is null, $"The Host has ended.\n{host.Output}");
                using var told = await instances.TryRaiseAsync(id, "Decision", "approve");
                return told.IsSuccessStatusCode;
            },
            () => $"The instance can't be told.\n{host.Output}",
            3 * Patience.Limit
        );

        // A call that is waiting fails when the engine restarts, so each is short.
        await Patience.UntilAsync(
            async () =>
            {
                using var read = await host.Http.GetAsync($"/durable/instance?id={id}");
                return read.IsSuccessStatusCode && (await read.Content.ReadAsStringAsync()).Contains("Completed", StringComparison.Ordinal);
            },
            () => $"The instance doesn't end.\n{host.Output}",
            3 * Patience.Limit
        );
        Assert.Equal("\"approve\"", (string?)(await instances.ReadAsync(id))!["output"]);
        await letters.CreateIfNotExistsAsync();
        await letters.SendMessageAsync("after the outage");
        await _probe.JournalSaysAsync("text after the outage");
        Assert.Null(host.ExitCode);
    }
}
