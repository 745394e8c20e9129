using Microsoft.Extensions.Logging;

namespace MicroCred.Emulator.Durable;

/// <summary>
/// All that an orchestrator may know and wait for. Its code runs again from the top each time something arrives, so it has to take the
/// same steps each time: time, ids and everything from outside come from here, and nothing else is awaited.
/// </summary>
public abstract class TaskOrchestrationContext
{
    /// <summary>The orchestrator's name.</summary>
    public abstract TaskName Name { get; }

    /// <summary>The version that the instance was started with, from <c>defaultVersion</c> in host.json; empty when there was none.</summary>
    public virtual string Version => "";

    /// <summary>The instance's id.</summary>
    public abstract string InstanceId { get; }

    /// <summary>The orchestration that called this one; null when a client started it.</summary>
    public abstract ParentOrchestrationInstance? Parent { get; }

    /// <summary>The time of the current step, in UTC; the same each time the step is replayed.</summary>
    public abstract DateTime CurrentUtcDateTime { get; }

    /// <summary>Whether the code is at a point that it has been at before.</summary>
    public abstract bool IsReplaying { get; }

    /// <summary>Makes the loggers that <see cref="CreateReplaySafeLogger(string)"/> silences during replay.</summary>
    protected abstract ILoggerFactory LoggerFactory { get; }

    /// <summary>The instance's input.</summary>
    public abstract T? GetInput<T>();

    /// <summary>Whether the instance's version is older than another (below 0), the same (0) or newer. None is older than any.</summary>
    public virtual int CompareVersionTo(string version) => Engine.Versions.Compare(Version, version);

    /// <summary>Runs an activity and waits for its result. A failure is a <see cref="TaskFailedException"/>.</summary>
    public abstract Task<TResult> CallActivityAsync<TResult>(TaskName name, object? input = null, TaskOptions? options = null);

    /// <summary>Runs an activity without input and waits for its result.</summary>
    public virtual Task<TResult> CallActivityAsync<TResult>(TaskName name, TaskOptions options) =>
        CallActivityAsync<TResult>(name, null, options);

    /// <summary>Runs an activity and waits for its end.</summary>
    public virtual Task CallActivityAsync(TaskName name, object? input = null, TaskOptions? options = null) =>
        CallActivityAsync<object>(name, input, options);

    /// <summary>Runs an activity without input and waits for its end.</summary>
    public virtual Task CallActivityAsync(TaskName name, TaskOptions options) => CallActivityAsync(name, null, options);

    /// <summary>Runs another orchestration and waits for its result. A failure is a <see cref="TaskFailedException"/>.</summary>
    public abstract Task<TResult> CallSubOrchestratorAsync<TResult>(
        TaskName orchestratorName, object? input = null, TaskOptions? options = null);

    /// <summary>Runs another orchestration without input and waits for its result.</summary>
    public virtual Task<TResult> CallSubOrchestratorAsync<TResult>(TaskName orchestratorName, TaskOptions options) =>
        CallSubOrchestratorAsync<TResult>(orchestratorName, null, options);

    /// <summary>Runs another orchestration and waits for its end.</summary>
    public virtual Task CallSubOrchestratorAsync(TaskName orchestratorName, object? input = null, TaskOptions? options = null) =>
        CallSubOrchestratorAsync<object>(orchestratorName, input, options);

    /// <summary>Runs another orchestration without input and waits for its end.</summary>
    public virtual Task CallSubOrchestratorAsync(TaskName orchestratorName, TaskOptions options) =>
        CallSubOrchestratorAsync(orchestratorName, null, options);

    /// <summary>
    /// Waits for an instant. An orchestration doesn't end while a timer is open, so cancel the ones that are no longer waited for.
    /// </summary>
    public abstract Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken);

    /// <summary>Waits for a time from now on; see <see cref="CreateTimer(DateTime, CancellationToken)"/>.</summary>
    public virtual Task CreateTimer(TimeSpan delay, CancellationToken cancellationToken) =>
        CreateTimer(CurrentUtcDateTime.Add(delay), cancellationToken);

    /// <summary>
    /// Waits for an event from outside, by name without regard to case. Events that come before anyone waits are kept; of two open
    /// waiters the latest gets the event.
    /// </summary>
    public abstract Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default);

    /// <summary>Waits for an event for so long; then it is a <see cref="TaskCanceledException"/>.</summary>
    public Task<T> WaitForExternalEvent<T>(string eventName, TimeSpan timeout) =>
        WaitForExternalEvent<T>(eventName, timeout, CancellationToken.None);

    /// <summary>Waits for an event for so long; then it is a <see cref="TaskCanceledException"/>.</summary>
    public async Task<T> WaitForExternalEvent<T>(string eventName, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var timer = new CancellationTokenSource();
        var timedOut = CreateTimer(timeout, timer.Token);
        using var waiter = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var received = WaitForExternalEvent<T>(eventName, waiter.Token);

        if (await Task.WhenAny(timedOut, received) == received)
            timer.Cancel();
        else
            waiter.Cancel();

        return await received;
    }

    /// <summary>Sets what <see cref="OrchestrationMetadata.SerializedCustomStatus"/> shows once the current step is written.</summary>
    public abstract void SetCustomStatus(object? customStatus);

    /// <summary>
    /// Ends this run and starts the next under the same id, with an empty history. Events nobody has waited for go along unless told
    /// otherwise.
    /// </summary>
    public abstract void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true);

    /// <summary>A new id, the same one each time this point is replayed.</summary>
    public abstract Guid NewGuid();

    /// <summary>A logger that is silent during replay.</summary>
    public virtual ILogger CreateReplaySafeLogger(string categoryName) =>
        new ReplaySafeLogger(this, LoggerFactory.CreateLogger(categoryName));

    /// <summary>A logger that is silent during replay.</summary>
    public virtual ILogger CreateReplaySafeLogger(Type type) => new ReplaySafeLogger(this, LoggerFactory.CreateLogger(type));

    /// <summary>A logger that is silent during replay.</summary>
    public virtual ILogger CreateReplaySafeLogger<T>() => new ReplaySafeLogger(this, LoggerFactory.CreateLogger<T>());
}
