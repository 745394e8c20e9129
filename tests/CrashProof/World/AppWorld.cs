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

    // What a killed process held comes back after this.
    private static readonly TimeSpan Hidden = TimeSpan.FromSeconds(20);

    // A start needs a processor for itself, or all that start at once take too long.
    private static readonly SemaphoreSlim Starting = new(Environment.ProcessorCount);

    private readonly Azurite _azurite;
    private readonly ShortHiding _hiding;
    private readonly List<Instance> _instances = [];
    private readonly CancellationTokenSource _end = new();
    private Task _keptAlive = Task.CompletedTask;

    private AppWorld(Azurite azurite, ShortHiding hiding, StorageProxy proxy) => (_azurite, _hiding, Proxy) = (azurite, hiding, proxy);

    public StorageProxy Proxy { get; }

    /// <summary>The account itself, past the proxy.</summary>
    public string Storage => _azurite.ConnectionString;

    /// <summary>Where the Hosts have their data, each its <c>host.log</c> too; it is deleted with this, unless it is to be kept.</summary>
    public string Folder { get; } = Directory.CreateDirectory(Repository.Path($"artifacts/crashproof/{Guid.NewGuid():N}")).FullName;

    public bool IsFolderKept { get; set; }

    /// <summary>Where the app puts the letters that it sends.</summary>
    public string Outbox => Path.Combine(Folder, "outbox");

    /// <summary>Speaks to the first Host that runs.</summary>
    /// <exception cref="HttpRequestException">None does at this moment.</exception>
    public HttpClient Http =>
        _instances.FirstOrDefault(instance => instance.IsRunning)?.Host!.Http
        ?? throw new HttpRequestException("No Host runs at this moment.");

    /// <summary>How many applications have gone their way here.</summary>
    public int Applications { get; set; }

    /// <summary>How often a Host was started again.</summary>
    public int Restarts { get; private set; }

    /// <param name="hosts">How many Hosts it has.</param>
    /// <param name="sweeps">Whether what broke off is made up for.</param>
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
            // One after the other: what has to be there in storage is then made once.
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

    /// <summary>kill -9 of what a victim names, in the first Host that runs.</summary>
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
            // What it would still do isn't wanted any more.
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
                    // It is tried again, as the platform would; where it never serves, the run fails, and this is kept for it.
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

                // Fewer queues to poll for all who run side by side, and enough for two Hosts.
                [Engine + "partitionCount"] = "2",

                // Waits after a kill as short as the platform allows: for what was held, for what is tried again, and for timers' locks.
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

        /// <summary>Whether it stays away.</summary>
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
