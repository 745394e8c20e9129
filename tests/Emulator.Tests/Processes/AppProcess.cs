using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace MicroCred.Emulator.Tests.Processes;

/// <summary>A process that runs <see cref="ProcessApp"/>.</summary>
internal sealed partial class AppProcess : IDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly TaskCompletionSource<Uri> _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private AppProcess(string[] args)
    {
        _process = new Process
        {
            StartInfo = new ProcessStartInfo("dotnet", ["exec", typeof(AppProcess).Assembly.Location, .. args])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
        };
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.ErrorDataReceived += (_, line) => Read(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public int Id => _process.Id;

    public int ExitCode => _process.ExitCode;

    /// <summary>What it has printed.</summary>
    public string Output
    {
        get
        {
            lock (_output)
                return _output.ToString();
        }
    }

    public HttpClient Http { get; } = new();

    /// <summary>
    /// A connection string to a development account on three ports that are free now, from a range out of which the system gives none by itself.
    /// </summary>
    public static string FreeAccount()
    {
        var ports = Enumerable.Range(0, int.MaxValue).Select(_ => Random.Shared.Next(20_000, 32_000)).Where(IsFree).Distinct().Take(3)
            .Select(port => new Uri($"http://127.0.0.1:{port}")).ToArray();
        return Emulator.Storage.DevelopmentAccount.ConnectionString(ports[0], ports[1], ports[2]);
    }

    public static AppProcess Start(string dataPath, string account, params string[] args) =>
        new([$"--Emulator:DataPath={dataPath}", $"--AzureWebJobsStorage={account}", "--Emulator:Url=http://127.0.0.1:0", .. args]);

    /// <summary>Starts it and waits until it answers.</summary>
    public static async Task<AppProcess> ServeAsync(string dataPath, string account)
    {
        var app = Start(dataPath, account);
        app.Http.BaseAddress = await app._ready.Task.WaitAsync(TimeSpan.FromSeconds(60));
        return app;
    }

    public async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{_process.Id}"]);
        await kill.WaitForExitAsync();
    }

    public Task EndAsync() => _process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
        Http.Dispose();
    }

    [GeneratedRegex(@"Ready at (http://\S+),")]
    private static partial Regex Ready();

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private void Read(string? line)
    {
        if (line is null)
        {
            _ready.TrySetException(new InvalidOperationException($"It ended before it was ready: {Output}"));
            return;
        }

        lock (_output)
            _output.AppendLine(line);
        if (Ready().Match(line) is { Success: true } match)
            _ready.TrySetResult(new Uri(match.Groups[1].Value));
    }
}
