using MicroCred.Host.Hosting;

namespace MicroCred.Host.Worker;

/// <summary>Keeps one worker running: starts it, and restarts it after growing pauses when it ends by itself.</summary>
internal sealed class Workers(FunctionApp app, ILoggerFactory loggers) : IAsyncDisposable
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Steady = TimeSpan.FromMinutes(1); // A longer-lived worker ended for a new reason.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    private readonly ILogger _log = loggers.CreateLogger("Host.Worker");
    private readonly CancellationTokenSource _stopping = new();
    private readonly Lock _gate = new();
    private TaskCompletionSource<WorkerChannel> _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private WorkerChannel? _channel;
    private Task _supervision = Task.CompletedTask;

    /// <summary>The worker started under this id; null for any other caller.</summary>
    public WorkerChannel? Expected(string workerId) => _channel is { } channel && channel.Id == workerId ? channel : null;

    /// <summary>The worker that is ready to run functions, as soon as there is one.</summary>
    public Task<WorkerChannel> ReadyAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
            return _ready.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Starts the first worker and returns once it has reported its functions.</summary>
    /// <exception cref="StartupException">The worker ends or fails first.</exception>
    public async Task<WorkerChannel> StartAsync(Uri rpc, CancellationToken cancellationToken)
    {
        var (channel, process) = Begin(rpc);
        try
        {
            await PrepareAsync(channel, process, cancellationToken);
        }
        catch (Exception fault) when (fault is WorkerProcessExitException or InvalidOperationException)
        {
            process.Kill();
            throw new StartupException([$"The worker of {app.Name} doesn't start; what it said stands above. {fault.Message}"]);
        }

        _supervision = SuperviseAsync(rpc, process);
        return channel;
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        if (_ready.Task is { IsCompletedSuccessfully: true, Result: var channel })
        {
            // Running invocations may finish within the grace period.
            for (var start = TimeProvider.System.GetTimestamp();
                !channel.IsIdle && !channel.Ended.IsCancellationRequested && TimeProvider.System.GetElapsedTime(start) < Grace;)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50));
            }

            channel.Terminate(Grace);
        }

        await _supervision;
        _stopping.Dispose();
    }

    private async Task SuperviseAsync(Uri rpc, WorkerProcess process)
    {
        for (var pause = FirstPause; ; pause = TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, LongestPause.Ticks)))
        {
            var start = TimeProvider.System.GetTimestamp();
            await ((Task)process.Ended.WaitAsync(_stopping.Token)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!_stopping.IsCancellationRequested)
            {
                pause = TimeProvider.System.GetElapsedTime(start) > Steady ? FirstPause : pause;
                _log.LogWarning("The worker ended with code {Code}; a new one starts in {Seconds} s", await process.Ended, pause.TotalSeconds);
                await Task.Delay(pause, _stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }

            if (_stopping.IsCancellationRequested)
                break;
            (var channel, process) = Begin(rpc);
            try
            {
                await PrepareAsync(channel, process, _stopping.Token);
            }
            catch (Exception fault) when (fault is WorkerProcessExitException or InvalidOperationException or OperationCanceledException)
            {
                _log.LogError(fault, "The new worker failed to start");
                process.Kill();
            }
        }

        await ((Task)process.Ended.WaitAsync(Grace)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        process.Kill();
    }

    private (WorkerChannel Channel, WorkerProcess Process) Begin(Uri rpc)
    {
        WorkerChannel channel = new(loggers);
        _channel = channel;
        string[] arguments =
        [
            "--host", rpc.Host, "--port", $"{rpc.Port}", "--workerId", channel.Id, "--requestId", channel.Id, "--grpcMaxMessageLength", $"{int.MaxValue}",
            "--functions-uri", $"{rpc}", "--functions-worker-id", channel.Id, "--functions-request-id", channel.Id,
            "--functions-grpc-max-message-length", $"{int.MaxValue}",
        ];
        WorkerProcess process = new(app, arguments, loggers.CreateLogger("Output (worker)"));
        _ = process.Ended.ContinueWith(_ => channel.End(), TaskScheduler.Default);

        // Callers now wait for the next worker. The stream breaks before the system reports that the process has ended.
        channel.Ended.Register(() =>
        {
            lock (_gate)
            {
                if (_ready.Task is { IsCompletedSuccessfully: true, Result: var ready } && ready == channel)
                    _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        });
        return (channel, process);
    }

    private async Task PrepareAsync(WorkerChannel channel, WorkerProcess process, CancellationToken cancellationToken)
    {
        await channel.PrepareAsync(app.Folder, cancellationToken);
        _log.LogInformation("Worker process {Id} is ready with {Functions} functions", process.Id, channel.Functions.Count);
        lock (_gate)
            _ready.TrySetResult(channel);
    }
}
