using System.Collections.Concurrent;
using System.Security.Cryptography;
using MicroCred.Host.Hosting;

namespace MicroCred.Host.Worker;

/// <summary>Keeps one worker running: started, asked for its functions, started again with a growing pause when it ends by itself.</summary>
internal sealed partial class Workers(FunctionApp app, ILoggerFactory loggers) : IAsyncDisposable
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    /// <summary>A worker that ran for so long ended for a new reason, so the pauses begin at the first again.</summary>
    private static readonly TimeSpan Steady = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    private readonly ILogger _log = loggers.CreateLogger("Host.Worker");
    private readonly WorkerLog _workerLog = new(loggers);
    private readonly ConcurrentDictionary<string, WorkerChannel> _expected = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly Lock _gate = new();
    private TaskCompletionSource<WorkerChannel> _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private WorkerProcess? _process;
    private Task? _supervision;

    /// <summary>The worker that was started under an id; null for anybody else who calls.</summary>
    public WorkerChannel? Expected(string workerId) => _expected.GetValueOrDefault(workerId);

    /// <summary>The worker that is ready to run functions, as soon as there is one.</summary>
    public Task<WorkerChannel> ReadyAsync(CancellationToken cancel)
    {
        lock (_gate)
            return _ready.Task.WaitAsync(cancel);
    }

    /// <summary>Starts the first worker and returns once it has said what its functions are.</summary>
    /// <param name="rpc">Where the Host listens for it.</param>
    /// <param name="environment">The environment that it is given.</param>
    /// <param name="stop">Gives up.</param>
    /// <exception cref="StartupException">It ends before, or fails.</exception>
    public async Task<WorkerChannel> StartAsync(Uri rpc, IReadOnlyDictionary<string, string> environment, CancellationToken stop)
    {
        var (channel, process) = Begin(rpc, environment);
        try
        {
            await PrepareAsync(channel, process, stop);
        }
        catch (Exception fault) when (fault is WorkerProcessExitException or InvalidOperationException)
        {
            throw new StartupException([$"The worker of {app.Name} doesn't start; what it said stands above. {fault.Message}"]);
        }

        _supervision = SuperviseAsync(rpc, environment, process);
        return channel;
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        var process = _process;
        if (_ready.Task is { IsCompletedSuccessfully: true, Result: var channel })
        {
            await UntilIdleAsync(channel);
            channel.Terminate(Grace);
        }

        if (process is not null)
        {
            await ((Task)process.Ended.WaitAsync(Grace)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            process.Kill();
        }

        if (_supervision is not null)
            await _supervision;
    }

    /// <summary>What is in flight finishes, as far as it does within the grace.</summary>
    private static async Task UntilIdleAsync(WorkerChannel channel)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (!channel.IsIdle && !channel.Ended.IsCancellationRequested && TimeProvider.System.GetElapsedTime(start) < Grace)
            await Task.Delay(TimeSpan.FromMilliseconds(50));
    }

    private async Task SuperviseAsync(Uri rpc, IReadOnlyDictionary<string, string> environment, WorkerProcess process)
    {
        var pause = FirstPause;
        while (true)
        {
            var start = TimeProvider.System.GetTimestamp();
            await process.Ended;
            if (_stopping.IsCancellationRequested)
                return;

            pause = TimeProvider.System.GetElapsedTime(start) > Steady ? FirstPause : pause;
            LogEnded(process.Ended.Result, pause.TotalSeconds);
            await Task.Delay(pause, _stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (_stopping.IsCancellationRequested)
                return;

            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            (var channel, process) = Begin(rpc, environment);
            try
            {
                await PrepareAsync(channel, process, _stopping.Token);
            }
            catch (Exception fault) when (fault is WorkerProcessExitException or InvalidOperationException)
            {
                LogNotReady(fault);
                process.Kill();
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private (WorkerChannel Channel, WorkerProcess Process) Begin(Uri rpc, IReadOnlyDictionary<string, string> environment)
    {
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        WorkerChannel channel = new(id, _workerLog);
        _expected.Clear();
        _expected[id] = channel;
        string[] arguments =
        [
            "--host", rpc.Host, "--port", $"{rpc.Port}", "--workerId", id, "--requestId", id, "--grpcMaxMessageLength", $"{int.MaxValue}",
            "--functions-uri", $"{rpc}", "--functions-worker-id", id, "--functions-request-id", id, "--functions-grpc-max-message-length", $"{int.MaxValue}",
        ];
        WorkerProcess process = new(app, environment, arguments, loggers.CreateLogger("Worker.output"));
        _ = process.Ended.ContinueWith(_ => channel.End(), TaskScheduler.Default);
        channel.Ended.Register(() => NotReady(channel));
        _process = process;
        return (channel, process);
    }

    private async Task PrepareAsync(WorkerChannel channel, WorkerProcess process, CancellationToken stop)
    {
        await channel.PrepareAsync(Path.GetDirectoryName(app.WorkerPath)!, app.Folder, stop);
        LogReady(await process.Started, channel.Functions.Count);
        lock (_gate)
            _ready.TrySetResult(channel);
    }

    /// <summary>Whoever asks for the worker from now on waits for the next one. Its stream breaks before the system tells that its process is gone.</summary>
    private void NotReady(WorkerChannel channel)
    {
        lock (_gate)
        {
            if (_ready.Task is { IsCompletedSuccessfully: true, Result: var ready } && ready == channel)
                _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    [LoggerMessage(LogLevel.Information, "Worker process {Id} is ready with {Functions} functions")]
    private partial void LogReady(int id, int functions);

    [LoggerMessage(LogLevel.Warning, "The worker ended with code {Code}; another is started in {Seconds} s")]
    private partial void LogEnded(int code, double seconds);

    [LoggerMessage(LogLevel.Error, "The new worker didn't get ready")]
    private partial void LogNotReady(Exception fault);
}
