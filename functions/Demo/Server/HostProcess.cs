using System.Diagnostics;

namespace MicroCred.Demo.Server;

/// <summary>
/// The Host with the app as a child process, started from the binaries of the same build, with its output in a log file, and ended with a
/// signal.
/// </summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private static readonly TimeSpan TimeToStop = TimeSpan.FromSeconds(20);

    private readonly Process _process;
    private readonly ServerLog _log;

    private HostProcess(Process process, ServerLog log) => (_process, _log) = (process, log);

    public int Id => _process.Id;

    public static HostProcess Start(Uri url, IReadOnlyDictionary<string, string> settings, string logFile)
    {
        var start = new ProcessStartInfo(HostBinary.DotNet, [HostBinary.Find()])
        {
            WorkingDirectory = HostBinary.RepositoryTop(),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["Host__Url"] = url.GetLeftPart(UriPartial.Authority);
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        var log = new ServerLog(logFile);
        var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => log.Write(line.Data);
        process.ErrorDataReceived += (_, line) => log.Write(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new(process, log);
    }

    /// <summary>Completes when the App answers; fails with the end of its log if it ended first.</summary>
    public async Task UntilItAnswersAsync(HttpClient http, TimeSpan limit, CancellationToken cancellationToken)
    {
        using var enough = new CancellationTokenSource(limit);
        while (await Health.AskAsync(http, cancellationToken) != HealthAnswer.Healthy)
        {
            if (_process.HasExited)
            {
                throw new ServerFault($"The app ended with code {_process.ExitCode} before it answered.\n{_log.End()}");
            }

            if (enough.IsCancellationRequested)
            {
                throw new ServerFault($"The app didn't answer within {limit.TotalSeconds:0} s.\n{_log.End()}");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), cancellationToken);
        }
    }

    /// <summary>Completes when the App has ended by itself.</summary>
    public Task UntilItEndsAsync(CancellationToken cancellationToken) => _process.WaitForExitAsync(cancellationToken);

    /// <summary>Asks the App to end, as Ctrl-C would, so that it stops Azurite too; kills it if it doesn't.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await Signal.TerminateAsync(_process);
            if (!await EndsWithinAsync(TimeToStop))
            {
                _process.Kill(entireProcessTree: true);
                await EndsWithinAsync(TimeToStop);
            }
        }

        _process.Dispose();
        _log.Dispose();
    }

    private async Task<bool> EndsWithinAsync(TimeSpan limit)
    {
        using var patience = new CancellationTokenSource(limit);
        try
        {
            await _process.WaitForExitAsync(patience.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
