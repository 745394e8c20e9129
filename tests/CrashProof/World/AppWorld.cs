using MicroCred.Host.Storage;
using MicroCred.Tests.Support;
using MicroCred.Tests.Support.Processes;
using MicroCred.Tests.Support.Storage;

namespace MicroCred.CrashProof.Tests.World;

/// <summary>
/// The app on one or two Hosts, with a separate Azurite and task hub, and the proxy in between. A Host that has ended is restarted at once,
/// as the platform does with an instance, unless it was removed for good.
/// </summary>
internal sealed class AppWorld : IAsyncDisposable
{
    private static readonly TimeSpan Watch = TimeSpan.FromMilliseconds(250);

    // A killed process's messages reappear after this time.
    private static readonly TimeSpan Hidden = TimeSpan.FromSeconds(20);

    // A start needs a whole processor; otherwise simultaneous starts take too long.
    private static readonly SemaphoreSlim Starting = new(Environment.ProcessorCount);

    private readonly Azurite _azurite;
    private readonly ShortHiding _hiding;
    private readonly List<Instance> _instances = [];
    private readonly CancellationTokenSource _end = new();
    private Task _keptAlive = Task.CompletedTask;

    private AppWorld(Azurite azurite, ShortHiding hiding, StorageProxy proxy) => (_azurite, _hiding, Proxy) = (azurite, hiding, proxy);

    public StorageProxy Proxy { get; }

    /// <summary>The account's own connection string, bypassing the proxy.</summary>
    public string Storage => _azurite.ConnectionString;

    /// <summary>The Hosts' data folders, each with a <c>host.log</c>; deleted with this object unless it is to be kept.</summary>
    public string Folder { get; } = Directory.CreateDirectory(Repository.Path($"artifacts/crashproof/{Guid.NewGuid():N}")).FullName;

    public bool IsFolderKept { get; set; }

    /// <summary>The folder to which the app writes letters.</summary>
    public string Outbox => Path.Combine(Folder, "outbox");

    /// <summary>A client for the first running Host.</summary>
    /// <exception cref="HttpRequestException">No Host is running at this moment.</exception>
    public HttpClient Http =>
        _instances.FirstOrDefault(instance => instance.IsRunning)?.Host!.Http
        ?? throw new HttpRequestException("No Host runs at this moment.");

    /// <summary>The number of applications that have run in this world.</summary>
    public int Applications { get; set; }

    /// <summary>The number of Host restarts.</summary>
    public int Restarts { get; private set; }

    /// <param name="hosts">The number of Hosts.</param>
    /// <param name="sweeps">Whether the sweeper runs.</param>
    public static async Task<AppWorld> StartAsync(int hosts, bool sweeps = true)
    {
        var azurite = await Azurite.StartAsync();
        var hiding = await ShortHiding.StartAsync(azurite.ConnectionString, Hidden);
        var world = new AppWorld(azurite, hiding, await StorageProxy.StartAsync(hiding.ConnectionString));
        try
        {
            for (var number = 1; number <= hosts; number++)
            {
                world._instances.Add(new Instance(world.Settings($"host-{number}", sweeps)));
            }
            // In sequence, so that storage resources are created only once.
            foreach (var instance in world._instances)
            {
                await instance.StartAsync();
            }

            world._keptAlive = world.KeepAliveAsync();
            return world;
        }
        catch
        {
            await world.DisposeAsync();
            throw;
        }
    }

    /// <summary>kill -9 of the victim's processes, in the first running Host.</summary>
    public async Task KillAsync(Victim victim)
    {
        var instance = _instances.First(instance => instance.IsRunning);
        var host = instance.Host!;
        instance.IsGone = victim == Victim.OneOfTwoHosts;
        await Signal.KillAsync([
            .. victim == Victim.Worker ? (int[])[] : [host.Id],
            .. victim != Victim.Host && host.Worker is { } worker ? (int[])[worker] : [],
        ]);
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _keptAlive.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        foreach (var host in _instances.Select(instance => instance.Host).OfType<HostProcess>())
        {
            // Anything that it still does isn't needed any more.
            if (host.ExitCode is null)
            {
                await host.KillBothAsync();
            }

            await host.DisposeAsync();
        }

        await Proxy.DisposeAsync();
        await _hiding.DisposeAsync();
        await _azurite.DisposeAsync();
        _end.Dispose();
        if (!IsFolderKept)
        {
            Directory.Delete(Folder, recursive: true);
        }
    }

    private async Task KeepAliveAsync()
    {
        while (!_end.IsCancellationRequested)
        {
            foreach (var instance in _instances.Where(instance => instance is { IsGone: false, IsRunning: false }))
            {
                Restarts++;
                try
                {
                    await instance.StartAsync();
                }
                catch (Exception fault) when (fault is InvalidOperationException or TimeoutException)
                {
                    // The start is retried, as the platform would do; if it never succeeds, the run fails, and the log explains why.
                    await File.AppendAllTextAsync(Path.Combine(instance.Settings.DataPath, "host.log"), $"{fault.Message}\n");
                }
            }

            await Task.Delay(Watch, _end.Token);
        }
    }

    private HostSettings Settings(string id, bool sweeps)
    {
        const string HostJson = "AzureFunctionsJobHost__";
        const string Engine = HostJson + "extensions__durableTask__storageProvider__";
        const string Queues = HostJson + "extensions__queues__";
        const string Singleton = HostJson + "singleton__";
        const string Yearly = "0 0 0 1 1 *";
        return new HostSettings
        {
            App = Repository.Built("functions/App"),
            DataPath = Path.Combine(Folder, id),
            Storage = Proxy.ConnectionString,
            Environment = new Dictionary<string, string>
            {
                ["Host__Id"] = id,
                ["Notifications__OutboxPath"] = Outbox,
                ["SWEEP_SCHEDULE"] = "*/15 * * * * *",
                ["RECONCILE_SCHEDULE"] = Yearly,
                ["ARCHIVE_SCHEDULE"] = Yearly,
                ["AzureWebJobs.MeasureBacklog.Disabled"] = "true",
                ["AzureWebJobs.Sweep.Disabled"] = $"{!sweeps}",

                // Fewer queues to poll for the Hosts that run in parallel, and enough for two.
                [Engine + "partitionCount"] = "2",

                // The shortest waits after a kill that the platform allows: for held messages, for retries, and for timer locks.
                [Engine + "controlQueueVisibilityTimeout"] = "00:01:00",
                [Engine + "workItemQueueVisibilityTimeout"] = "00:01:00",
                [Engine + "maxQueuePollingInterval"] = "00:00:01",
                [Queues + "visibilityTimeout"] = "00:00:01",
                [Queues + "maxPollingInterval"] = "00:00:01",
                [Singleton + "listenerLockPeriod"] = "00:00:15",
                [Singleton + "listenerLockRecoveryPollingInterval"] = "00:00:15",
            },
        };
    }

    private sealed class Instance(HostSettings settings)
    {
        public HostSettings Settings => settings;

        public HostProcess? Host { get; private set; }

        public bool IsRunning => Host is { ExitCode: null };

        /// <summary>Whether it was removed for good.</summary>
        public bool IsGone { get; set; }

        public async Task StartAsync()
        {
            if (Host is { } ended)
            {
                await ended.DisposeAsync();
            }

            Host = null;
            await Starting.WaitAsync();
            try
            {
                Host = await HostProcess.StartAsync(Settings);
            }
            finally
            {
                Starting.Release();
            }
        }
    }
}
