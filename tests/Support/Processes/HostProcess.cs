using System.Diagnostics;

namespace MicroCred.Tests.Support.Processes;

/// <summary>
/// A Host that serves a function app, as a process of its own with the worker as its child, and Azurite where it started one. Its working
/// folder is its data folder, so that what an app writes beside itself stays with it.
/// </summary>
public sealed class HostProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly HostOutput _output;
    private readonly Lazy<HttpClient> _http;

    private HostProcess(HostSettings settings)
    {
        Settings = settings;
        Directory.CreateDirectory(settings.DataPath);
        _process = new Process { StartInfo = Command(settings) };
        _output = new HostOutput(_process);
        _http = new Lazy<HttpClient>(() => Client());
    }

    /// <summary>With what it was started; the same starts its successor on the same data.</summary>
    public HostSettings Settings { get; }

    /// <summary>The number of its process.</summary>
    public int Id => _process.Id;

    /// <summary>The number of the worker's process at this moment; null while there is none.</summary>
    public int? Worker => Child("--functions-worker-id");

    /// <summary>The number of the process of the Azurite that it started; null where it started none.</summary>
    public int? Azurite => Child("run.js");

    /// <summary>The address that it serves.</summary>
    public Uri Url { get; private set; } = null!;

    /// <summary>A client without cookies and redirects, whose requests wait as long as a test may.</summary>
    public HttpClient Http => _http.Value;

    /// <summary>What it has printed.</summary>
    public string Output => _output.Text;

    /// <summary>The line that it printed when it began to serve.</summary>
    public string Announcement { get; private set; } = "";

    /// <summary>What it has put in its log; of a Host that was started there before, too.</summary>
    public string Log => File.Exists(LogPath) ? ReadShared(LogPath) : "";

    /// <summary>Null while it runs.</summary>
    public int? ExitCode => _process.HasExited ? _process.ExitCode : null;

    private string LogPath => Path.Combine(Settings.DataPath, "host.log");

    /// <summary>Starts a Host and returns at once: for one that won't serve.</summary>
    public static HostProcess Begin(HostSettings settings)
    {
        var host = new HostProcess(settings);
        host._output.Start();
        return host;
    }

    /// <summary>Starts a Host and returns once it serves.</summary>
    /// <exception cref="InvalidOperationException">It ended before; the message holds what it printed.</exception>
    /// <exception cref="TimeoutException">It doesn't serve within two minutes.</exception>
    public static async Task<HostProcess> StartAsync(HostSettings settings)
    {
        var host = Begin(settings);
        try
        {
            (host.Announcement, host.Url) = await host._output.ServingAsync();
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>Asks it to end and waits until it has.</summary>
    public async Task TerminateAsync()
    {
        await Signal.TerminateAsync(Id);
        await EndAsync();
    }

    /// <summary>kill -9 of the host process alone.</summary>
    public async Task KillAsync()
    {
        await Signal.KillAsync(Id);
        await EndAsync();
    }

    /// <summary>kill -9 of the worker, which the Host is to start again; waits until the Host has taken notice.</summary>
    public async Task KillWorkerAsync()
    {
        var worker = Worker ?? throw new InvalidOperationException($"There is no worker.\n{Output}");
        await Signal.KillAsync(worker);
        await Patience.UntilAsync(() => ProcessTree.IsCollected(worker), () => "The Host takes no notice of its worker's end.");
    }

    /// <summary>kill -9 of host and worker in one.</summary>
    public async Task KillBothAsync()
    {
        await Signal.KillAsync([Id, .. Worker is { } worker ? (int[])[worker] : []]);
        await EndAsync();
    }

    /// <summary>Waits until the process has ended and all that it printed is read.</summary>
    public Task EndAsync() => _process.WaitForExitAsync().WaitAsync(2 * Patience.Limit);

    /// <summary>Asks it to end; kills it where it doesn't.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            if (!_process.HasExited)
            {
                await TerminateAsync();
            }
        }
        catch (TimeoutException)
        {
            _process.Kill(entireProcessTree: true);
            throw new TimeoutException($"The Host didn't end when it was asked to.\n{Output}");
        }
        finally
        {
            if (_http.IsValueCreated)
            {
                Http.Dispose();
            }

            _process.Dispose();
        }
    }

    private static ProcessStartInfo Command(HostSettings settings)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(Repository.Built("functions/Host"), "MicroCred.Host.dll")])
        {
            WorkingDirectory = settings.DataPath,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["Host__App"] = settings.App;
        start.Environment["Host__Url"] = settings.Url;
        start.Environment["Host__DataPath"] = settings.DataPath;
        start.Environment["AzureWebJobsStorage"] = settings.Storage;
        foreach (var (name, value) in settings.Environment)
        {
            start.Environment[name] = value;
        }

        return start;
    }

    private static string ReadShared(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var text = new StreamReader(file);
        return text.ReadToEnd();
    }

    private int? Child(string saying) => ProcessTree.ChildrenOf(Id, saying).Select(id => (int?)id).FirstOrDefault();

    private HttpClient Client() =>
        new(
            new SocketsHttpHandler
            {
                UseCookies = false,
                AllowAutoRedirect = false,
                UseProxy = false,
            }
        )
        {
            BaseAddress = Url,
            Timeout = 2 * Patience.Limit,
        };
}
