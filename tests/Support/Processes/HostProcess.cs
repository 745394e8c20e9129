using System.Diagnostics;

namespace MicroCred.Tests.Support.Processes;

/// <summary>
/// A Host process that serves a function app, with the worker as its child, and Azurite if it started one. Its working folder is its data
/// folder, so that files written by an app to its working folder stay there.
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

    /// <summary>The settings it was started with; the same settings start a successor on the same data.</summary>
    public HostSettings Settings { get; }

    /// <summary>The process id.</summary>
    public int Id => _process.Id;

    /// <summary>The current worker's process id; null while there is none.</summary>
    public int? Worker => Child("--functions-worker-id");

    /// <summary>The process id of the Azurite that the Host started; null for none.</summary>
    public int? Azurite => Child("run.js");

    /// <summary>The address that the Host serves.</summary>
    public Uri Url { get; private set; } = null!;

    /// <summary>A client without cookies and redirects, with the tests' longest timeout.</summary>
    public HttpClient Http => _http.Value;

    /// <summary>The Host's output so far.</summary>
    public string Output => _output.Text;

    /// <summary>The line that the Host printed when it began to serve.</summary>
    public string Announcement { get; private set; } = "";

    /// <summary>The log, including that of earlier Hosts in the same folder.</summary>
    public string Log => File.Exists(LogPath) ? ReadShared(LogPath) : "";

    /// <summary>The exit code; null while the Host runs.</summary>
    public int? ExitCode => _process.HasExited ? _process.ExitCode : null;

    private string LogPath => Path.Combine(Settings.DataPath, "host.log");

    /// <summary>Starts a Host and returns at once: for one that is expected to fail.</summary>
    public static HostProcess Begin(HostSettings settings)
    {
        var host = new HostProcess(settings);
        host._output.Start();
        return host;
    }

    /// <summary>Starts a Host and returns once it serves.</summary>
    /// <exception cref="InvalidOperationException">The Host ended first; the message contains its output.</exception>
    /// <exception cref="TimeoutException">The Host doesn't serve within two minutes.</exception>
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

    /// <summary>Asks the Host to end and waits until it has.</summary>
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

    /// <summary>kill -9 of the worker, which the Host then restarts; waits until the Host has noticed.</summary>
    public async Task KillWorkerAsync()
    {
        var worker = Worker ?? throw new InvalidOperationException($"There is no worker.\n{Output}");
        await Signal.KillAsync(worker);
        await Patience.UntilAsync(() => ProcessTree.IsCollected(worker), () => "The Host takes no notice of its worker's end.");
    }

    /// <summary>kill -9 of host and worker together.</summary>
    public async Task KillBothAsync()
    {
        await Signal.KillAsync([Id, .. Worker is { } worker ? (int[])[worker] : []]);
        await EndAsync();
    }

    /// <summary>Waits until the process has ended and its output is complete.</summary>
    public Task EndAsync() => _process.WaitForExitAsync().WaitAsync(2 * Patience.Limit);

    /// <summary>Asks the Host to end; kills it if it doesn't.</summary>
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
        if (!settings.IsLasting)
        {
            start.Environment["DOTNET_TC_CallCounting"] = "0";
        }

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
