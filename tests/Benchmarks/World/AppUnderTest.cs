using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using MicroCred.Demo.Server;

namespace MicroCred.Benchmarks.World;

/// <summary>The app as it is run: a process of its own, built as this is, on a free port.</summary>
internal sealed class AppUnderTest : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Settings for an app beside which requests are replayed: a sweep would take the replayed intents, which are as old as the recording, for acts
    /// that broke off, and remove what the replay is about to.
    /// </summary>
    public static readonly (string Name, string Value)[] WithoutTimers =
        [("SWEEP_SCHEDULE", "0 0 0 1 1 *"), ("REPAIR_SCHEDULE", "0 0 0 1 1 *"), ("ARCHIVE_SCHEDULE", "0 0 0 1 1 *")];

    private readonly AppProcess _app;
    private readonly Process _process;

    private AppUnderTest(Uri url, AppProcess app)
    {
        _app = app;
        _process = Process.GetProcessById(app.Id);
        Http = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = url };
    }

    public HttpClient Http { get; }

    /// <summary>How much memory the process has, in MB: what the system calls its resident set.</summary>
    public double Megabytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 / 1e6;
        }
    }

    /// <summary>The processor time that the process has used since it began.</summary>
    public TimeSpan Processor
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Starts the app on an account, and waits until it answers.</summary>
    public static Task<AppUnderTest> Start(Account account, params IEnumerable<(string Name, string Value)> settings) =>
        Start(account.Folder, account.ConnectionString, settings);

    public static async Task<AppUnderTest> Start(
        DirectoryInfo folder, string connectionString, params IEnumerable<(string Name, string Value)> settings)
    {
        AppUnderTest app = Begin(folder, connectionString, settings);
        await app._app.UntilItAnswersAsync(app.Http, Limit, CancellationToken.None);
        return app;
    }

    /// <summary>Starts the app, and waits for nothing.</summary>
    public static AppUnderTest Begin(DirectoryInfo folder, string connectionString, params IEnumerable<(string Name, string Value)> settings)
    {
        Uri url = new($"http://127.0.0.1:{FreePort()}");
        Dictionary<string, string> all = new()
        {
            ["Emulator__DataPath"] = folder.FullName,
            ["Notifications__OutboxPath"] = Path.Combine(folder.FullName, "outbox"),
            ["AzureWebJobsStorage"] = connectionString,
        };
        foreach ((string name, string value) in settings)
        {
            all[name] = value;
        }

        return new AppUnderTest(url, AppProcess.Start(url, all, Path.Combine(folder.FullName, "app.log")));
    }

    /// <summary>A port that nobody listened on a moment ago.</summary>
    public static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _process.Dispose();
        Http.Dispose();
    }
}
