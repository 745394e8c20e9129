using System.Diagnostics;
using MicroCred.Host.Hosting;

namespace MicroCred.Host.Worker;

/// <summary>
/// One worker process. It is started by a thread that waits for its end, since the system, where asked to end it with its parent, means the
/// thread that started it.
/// </summary>
internal sealed class WorkerProcess
{
    /// <summary>util-linux's own, on every Linux: a worker whose host is gone doesn't notice and would live on.</summary>
    private const string WithItsParent = "/usr/bin/setpriv";

    private readonly TaskCompletionSource<int> _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<int> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Process? _process;

    public WorkerProcess(FunctionApp app, IReadOnlyDictionary<string, string> environment, IReadOnlyList<string> arguments, ILogger log)
    {
        Thread thread = new(() => Run(StartInfo(app, environment, arguments), log)) { IsBackground = true, Name = "worker" };
        thread.Start();
    }

    /// <summary>The process's id, once it runs.</summary>
    public Task<int> Started => _started.Task;

    /// <summary>The exit code, once it has ended.</summary>
    public Task<int> Ended => _ended.Task;

    public void Kill() => _process?.Kill(entireProcessTree: true);

    private static ProcessStartInfo StartInfo(FunctionApp app, IReadOnlyDictionary<string, string> environment, IReadOnlyList<string> arguments)
    {
        string[] command = [app.Executable == "dotnet" ? DotNet() : app.Executable, app.WorkerPath, .. arguments];
        var start = File.Exists(WithItsParent)
            ? new ProcessStartInfo(WithItsParent, ["--pdeathsig", "KILL", .. command])
            : new ProcessStartInfo(command[0], command[1..]);
        start.WorkingDirectory = app.Folder;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        start.Environment.Clear();
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return start;
    }

    private static string DotNet() => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } path ? path : "dotnet";

    private void Run(ProcessStartInfo start, ILogger log)
    {
        try
        {
            using Process process = new() { StartInfo = start };
            process.OutputDataReceived += (_, line) => Log(log, LogLevel.Information, line.Data);
            process.ErrorDataReceived += (_, line) => Log(log, LogLevel.Error, line.Data);
            process.Start();
            _process = process;
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            _started.SetResult(process.Id);
            process.WaitForExit();
            _process = null;
            _ended.SetResult(process.ExitCode);
        }
        catch (Exception fault)
        {
            _started.TrySetException(fault);
            _ended.TrySetException(fault);
        }
    }

    private static void Log(ILogger log, LogLevel level, string? line)
    {
        if (line is { Length: > 0 })
            log.Log(level, new EventId(), line, null, static (said, _) => said);
    }
}
