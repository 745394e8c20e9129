using MicroCred.Host.Storage;
using MicroCred.Tests.Support;
using MicroCred.Tests.Support.Processes;
using MicroCred.Tests.Support.Storage;

namespace MicroCred.CrashProof.Tests.World;

/// <summary>
/// The app on one Host or two, with an Azurite and a hub of their own, and the proxy between. A Host that has ended is started again at
/// once, as the platform does with an instance, unless it was taken away for good.
/// </summary>
internal sealed class AppWorld : IAsyncDisposable
{
    private static readonly TimeSpan Watch = TimeSpan.FromMilliseconds(250);

    private readonly TemporaryFolder _folder = new();
    private readonly Azurite _azurite;
    private readonly List<Instance> _instances = [];
    private readonly CancellationTokenSource _end = new();
    private Task _keptAlive = Task.CompletedTask;

    private AppWorld(Azurite azurite, StorageProxy proxy) => (_azurite, Proxy) = (azurite, proxy);

    public StorageProxy Proxy { get; }

    /// <summary>The account itself, past the proxy.</summary>
    public string Storage => _azurite.ConnectionString;

    /// <summary>Where the app puts the letters that it sends.</summary>
    public string Outbox => _folder["outbox"];

    /// <summary>Speaks to the first Host that runs.</summary>
    /// <exception cref="HttpRequestException">None does at this moment.</exception>
    public HttpClient Http => _instances.FirstOrDefault(instance => instance.Host is { ExitCode: null })?.Host!.Http
        ?? throw new HttpRequestException("No Host runs at this moment.");

    /// <summary>What the Hosts have printed, for a failure.</summary>
    public string Output => string.Join("\n\n", _instances.Select(instance => instance.Host?.Output ?? $"It doesn't run. {instance.Trouble}"));

    /// <summary>How often a Host was started again.</summary>
    public int Restarts { get; private set; }

    public static async Task<AppWorld> StartAsync(int hosts)
    {
        var azurite = await Azurite.StartAsync();
        var world = new AppWorld(azurite, await StorageProxy.StartAsync(azurite.ConnectionString));
        try
        {
            for (var number = 1; number <= hosts; number++)
                world._instances.Add(new Instance(world.Settings($"host-{number}")));
            // One after the other: what has to be there in storage is then made once.
            foreach (var instance in world._instances)
                instance.Host = await HostProcess.StartAsync(instance.Settings);
            world._keptAlive = world.KeepAliveAsync();
            return world;
        }
        catch
        {
            await world.DisposeAsync();
            throw;
        }
    }

    /// <summary>kill -9 of what a victim names, in the first Host that runs.</summary>
    public async Task KillAsync(Victim victim)
    {
        var instance = _instances.First(instance => instance.Host is { ExitCode: null });
        var host = instance.Host!;
        instance.IsGone = victim == Victim.OneOfTwoHosts;
        await Signal.KillAsync(
            [.. victim == Victim.Worker ? (int[])[] : [host.Id], .. victim != Victim.Host && host.Worker is { } worker ? (int[])[worker] : []]);
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _keptAlive.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        foreach (var instance in _instances)
        {
            if (instance.Host is { } host)
            {
                // What it would still do isn't wanted any more.
                if (host.ExitCode is null)
                    await host.KillBothAsync();
                await host.DisposeAsync();
            }
        }

        await Proxy.DisposeAsync();
        await _azurite.DisposeAsync();
        _end.Dispose();
        _folder.Dispose();
    }

    private async Task KeepAliveAsync()
    {
        while (!_end.IsCancellationRequested)
        {
            foreach (var instance in _instances.Where(instance => !instance.IsGone && instance.Host is not { ExitCode: null }))
            {
                if (instance.Host is { } ended)
                    await ended.DisposeAsync();
                instance.Host = null;
                Restarts++;
                try
                {
                    instance.Host = await HostProcess.StartAsync(instance.Settings);
                }
                catch (Exception fault) when (fault is InvalidOperationException or TimeoutException)
                {
                    // It is tried again, as the platform would; where it never serves, the run fails and tells this.
                    instance.Trouble = fault.Message;
                }
            }

            await Task.Delay(Watch, _end.Token);
        }
    }

    // What is waited for after a crash is as short as the platform allows: messages that a killed process held come back after a minute.
    private HostSettings Settings(string id)
    {
        const string Engine = "AzureFunctionsJobHost__extensions__durableTask__storageProvider__";
        const string Queues = "AzureFunctionsJobHost__extensions__queues__";
        return new HostSettings
        {
            App = Repository.Built("functions/App"),
            DataPath = _folder[id],
            Storage = Proxy.ConnectionString,
            Environment = new Dictionary<string, string>
            {
                ["Host__Id"] = id,
                ["Notifications__OutboxPath"] = Outbox,
                ["SWEEP_SCHEDULE"] = "*/5 * * * * *",
                ["REPAIR_SCHEDULE"] = "0 0 0 1 1 *",
                ["ARCHIVE_SCHEDULE"] = "0 0 0 1 1 *",
                ["AzureWebJobs.MeasureBacklog.Disabled"] = "true",
                [Engine + "partitionCount"] = "2",
                [Engine + "controlQueueVisibilityTimeout"] = "00:01:00",
                [Engine + "workItemQueueVisibilityTimeout"] = "00:01:00",
                [Engine + "maxQueuePollingInterval"] = "00:00:01",
                [Queues + "visibilityTimeout"] = "00:00:01",
                [Queues + "maxPollingInterval"] = "00:00:01",
                ["AzureFunctionsJobHost__singleton__listenerLockPeriod"] = "00:00:15",
            },
        };
    }

    private sealed class Instance(HostSettings settings)
    {
        public HostSettings Settings => settings;

        public HostProcess? Host { get; set; }

        /// <summary>Why it couldn't be started again.</summary>
        public string? Trouble { get; set; }

        /// <summary>Whether it stays away.</summary>
        public bool IsGone { get; set; }
    }
}
