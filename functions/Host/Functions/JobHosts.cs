using System.Runtime.ExceptionServices;
using Microsoft.Azure.WebJobs;
using Microsoft.Azure.WebJobs.Host.Timers;

namespace MicroCred.Host.Functions;

/// <summary>
/// Keeps a job host running. One of its listeners that has given up, storage being away for longer than it tries, would end the process, and
/// the platform would start another; here another job host takes the place of the one that failed.
/// </summary>
/// <param name="build">Makes a job host that reports what its listeners can't get over to the handlers of the factory that it is given.</param>
/// <param name="log">Takes what failed.</param>
internal sealed partial class JobHosts(Func<IWebJobsExceptionHandlerFactory, IHost> build, ILogger<JobHosts> log) : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource _stopping = new();
    private IHost? _jobs;
    private Task _restart = Task.CompletedTask;

    /// <summary>The one that runs.</summary>
    /// <exception cref="InvalidOperationException">None does at the moment.</exception>
    public JobHost Current => _jobs is { } jobs
        ? (JobHost)jobs.Services.GetRequiredService<IJobHost>()
        : throw new InvalidOperationException("The durable engine isn't there at the moment; its storage is away.");

    public async Task StartAsync(CancellationToken stop)
    {
        Handlers handlers = new(this);
        var jobs = build(handlers);
        _jobs = jobs;
        try
        {
            await jobs.StartAsync(stop);
        }
        catch
        {
            handlers.IsOver();
            await EndAsync(jobs);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _restart;
        if (_jobs is not null)
            await EndAsync(_jobs);
        _stopping.Dispose();
    }

    private static async Task EndAsync(IHost jobs)
    {
        await jobs.StopAsync();
        jobs.Dispose();
    }

    private async Task RestartAsync(Exception fault)
    {
        LogFailed(fault);
        Dispatcher.ForgetDurableClient();
        try
        {
            await EndAsync(_jobs!);
        }
        catch (Exception another) when (another is not OperationCanceledException)
        {
            LogNotEnded(another);
        }

        for (_jobs = null; _jobs is null && !_stopping.IsCancellationRequested;)
        {
            await Task.Delay(Pause, _stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                await StartAsync(_stopping.Token);
            }
            catch (Exception still) when (!_stopping.IsCancellationRequested)
            {
                _jobs = null;
                LogNotStarted(still, Pause.TotalSeconds);
            }
            catch (OperationCanceledException)
            {
                _jobs = null;
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "A listener gave up; all of them are started again")]
    private partial void LogFailed(Exception fault);

    [LoggerMessage(LogLevel.Warning, "The listeners that failed didn't end as they should")]
    private partial void LogNotEnded(Exception fault);

    [LoggerMessage(LogLevel.Warning, "The listeners don't start; the next try is in {Seconds} s")]
    private partial void LogNotStarted(Exception fault, double seconds);

    /// <summary>The handlers of one job host: the first of its faults has it replaced.</summary>
    private sealed class Handlers(JobHosts owner) : IWebJobsExceptionHandlerFactory, IWebJobsExceptionHandler
    {
        private int _isOver;

        public void IsOver() => Interlocked.Exchange(ref _isOver, 1);

        public IWebJobsExceptionHandler Create(IHost jobHost) => this;

        public Task OnTimeoutExceptionAsync(ExceptionDispatchInfo exceptionInfo, TimeSpan timeoutGracePeriod) => OnUnhandledExceptionAsync(exceptionInfo);

        public Task OnUnhandledExceptionAsync(ExceptionDispatchInfo exceptionInfo)
        {
            if (Interlocked.Exchange(ref _isOver, 1) == 0)
                owner._restart = Task.Run(() => owner.RestartAsync(exceptionInfo.SourceException));
            return Task.CompletedTask;
        }
    }
}
