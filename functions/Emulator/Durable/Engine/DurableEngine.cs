using Azure.Core.Serialization;
using MicroCred.Emulator.Durable.Engine.Messages;
using MicroCred.Emulator.Durable.Replay;
using MicroCred.Emulator.Durable.Stores;
using Microsoft.Extensions.Logging;

namespace MicroCred.Emulator.Durable.Engine;

/// <summary>
/// Runs orchestrations. Everything it does for an instance is a turn, and everything that it must not forget is written in a turn; so an
/// engine may die at any instant, and the next one goes on from the store.
/// </summary>
internal sealed class DurableEngine : IAsyncDisposable
{
    private readonly IInstanceStore _store;
    private readonly TimeProvider _time;
    private readonly EngineOptions _options;
    private readonly WorkGauge _gauge;
    private readonly InstanceActors _actors;
    private readonly ActivityPool _activities;
    private readonly DueTimes _dueTimes;
    private readonly TurnTaker _turns;
    private readonly CancellationTokenSource _abort = new();
    private readonly List<Task> _workers = [];
    private bool _hasStopped;

    public DurableEngine(
        IInstanceStore store,
        IFunctionRunner runner,
        TimeProvider time,
        ObjectSerializer serializer,
        ILoggerFactory loggers,
        EngineOptions options)
    {
        _store = store;
        _time = time;
        _options = options;
        _gauge = new WorkGauge(time);
        _actors = new InstanceActors(_gauge);
        var payloads = new Payloads(serializer);
        var logger = loggers.CreateLogger<DurableEngine>();
        _activities = new ActivityPool(runner, payloads, _actors, _gauge, logger);
        _dueTimes = new DueTimes(time, _actors);
        var waiters = new StatusWaiters();
        var environment = new RunEnvironment(
            runner, payloads, loggers, Versions.Of(options), (instanceId, executionId) => _actors.Post(instanceId, new IllegalAwaitSeen(executionId)));
        var effects = new TurnEffects(_actors, _activities, _dueTimes, waiters);
        _turns = new TurnTaker(store, time, environment, effects, logger, _abort.Token);
        Client = new EngineClient(_actors, store, waiters, payloads);
    }

    /// <summary>
    /// What functions get for <c>[DurableClient]</c>. Usable from construction on; calls are dealt with once the engine has started.
    /// </summary>
    public DurableTaskClient Client { get; }

    /// <summary>How many instances something is going on with; one that merely waits isn't among them.</summary>
    public int ActiveInstances => _actors.Count;

    /// <summary>Takes up the unfinished instances where they were.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await _store.PrepareAsync(cancellationToken);
        _gauge.Enter();
        await foreach (var (instanceId, wakeAt) in _store.FindDueAsync(cancellationToken))
        {
            if (wakeAt <= _time.GetUtcNow())
                _actors.Post(instanceId, new TakeUpAgain());
            else
                _dueTimes.Set(instanceId, wakeAt);
        }

        StartWorkers();
        _gauge.Exit();
    }

    /// <summary>Ends at the first moment at which nothing is under way.</summary>
    public Task WhenIdleAsync() => _gauge.WhenIdleAsync();

    /// <summary>
    /// Starts no more activities and waits for what is under way; when the token is cancelled, leaves that too as it is. What is left is
    /// taken up by the next engine.
    /// </summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _hasStopped, true))
            return;

        _activities.Close();
        _dueTimes.Dispose();
        if (_workers.Count > 0)
            await _gauge.WhenIdleAsync().WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

        await _abort.CancelAsync();
        await Task.WhenAll(_workers).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _actors.Close();
        _gauge.Close();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync(new CancellationToken(canceled: true));
        _abort.Dispose();
    }

    /// <summary>The workers must not inherit anything from whoever starts the engine, an activity of a trace for instance.</summary>
    private void StartWorkers()
    {
        using var flow = ExecutionContext.SuppressFlow();
        for (var worker = 0; worker < _options.MaxConcurrentOrchestratorFunctions; worker++)
            _workers.Add(Task.Run(() => _actors.RunAsync(_turns.TakeAsync, _abort.Token)));

        for (var worker = 0; worker < _options.MaxConcurrentActivityFunctions; worker++)
            _workers.Add(Task.Run(() => _activities.RunAsync(_abort.Token)));
    }
}
