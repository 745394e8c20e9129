using System.Diagnostics;
using MicroCred.Host.Hosting;

namespace MicroCred.Host.Worker;

/// <summary>
/// One worker process, started by a thread that waits for it to end: Linux kills a child with its parent when the thread that started it
/// ends.
/// </summary>
internal sealed class WorkerProcess
{
    /// <summary>From util-linux, on every Linux: ends the worker with the host, which it would otherwise outlive.</summary>
    private const string WithItsParent = "/usr/bin/setpriv";

    private readonly TaskCompletionSource<int> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Process? _process;

    public WorkerProcess(FunctionApp app, string[] arguments, ILogger log)
    {
        var dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } path ? path : "dotnet";
        string[] command = [app.Executable == "dotnet" ? dotnet : app.Executable, app.WorkerPath, .. arguments];
        if (File.Exists(WithItsParent))
            command = [WithItsParent, "--pdeathsig", "KILL", .. command];
        ProcessStartInfo start = new(command[0], command[1..]) { WorkingDirectory = app.Folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment.Clear();
        foreach (var (name, value) in app.WorkerEnvironment())
            start.Environment[name] = value;
        new Thread(() => Run(start, log)) { IsBackground = true, Name = "worker" }.Start();
    }

    public int? Id => _process?.Id;

    /// <summary>The exit code, once the process has ended.</summary>
    public Task<int> Ended => _ended.Task;

    public void Kill() => _process?.Kill(entireProcessTree: true);

    private void Run(ProcessStartInfo start, ILogger log)
    {
        try
        {
            using Process process = new() { StartInfo = start };
            process.OutputDataReceived += (_, line) => Log(LogLevel.Information, line.Data);
            process.ErrorDataReceived += (_, line) => Log(LogLevel.Error, line.Data);
            process.Start();
            _process = process;
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            process.WaitForExit();
            _process = null;
            _ended.SetResult(process.ExitCode);
        }
        catch (Exception fault)
        {
            _ended.SetException(fault);
        }

        void Log(LogLevel level, string? line)
        {
            if (line is { Length: > 0 })
                log.Log(level, "{Said}", line);
        }
    }
}
