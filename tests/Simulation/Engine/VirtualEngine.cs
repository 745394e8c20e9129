using DurableTask.Core;
using DurableTask.Core.History;
using DurableTask.Core.Settings;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace MicroCred.Simulation.Engine;

/// <summary>
/// An app's orchestrations in virtual time. Time stands still until somebody waits; then the clock moves to the next due work. The same
/// seed gives the same run.
/// </summary>
/// <remarks>
/// Replay, and the meaning of a turn's actions, are Microsoft's own code: <c>DurableTask.Core</c> with its dispatchers and
/// <c>Microsoft.DurableTask.Worker</c>. Ours are the storage, the delivery times and the clock.
/// </remarks>
public sealed class VirtualEngine : IAsyncDisposable
{
    /// <summary>The years of virtual time after which waiting for a condition fails.</summary>
    private const int YearsAtMost = 200;

    private readonly ServiceProvider _services;
    private readonly Hub _hub;
    private readonly Dispatching _dispatching;
    private readonly TaskHubWorker _dispatchers;
    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private readonly VersioningSettings _versions = new() { MatchStrategy = VersioningSettings.VersionMatchStrategy.CurrentOrOlder };
    private SimulatedWorker _worker = null!;

    private VirtualEngine(IServiceCollection services, Setup setup)
    {
        Clock = new VirtualClock(setup.Start);
        services.AddLogging().AddSingleton<TimeProvider>(Clock).AddFunctionsWorkerCore().ConfigureDurableExtension();
        _services = services.BuildServiceProvider();
        _hub = new Hub(Clock, new Random(setup.Seed), setup.Faults);
        Client = new SimulatedClient(this, _hub, _services.GetRequiredService<IOptions<DurableTaskWorkerOptions>>().Value.DataConverter);
        Deploy(setup.Functions, setup.Version);

        _dispatching = new Dispatching(_hub);
        _dispatchers = new TaskHubWorker(_dispatching, new Nothing<TaskOrchestration>(), new Nothing<TaskActivity>(), _versions);
        _dispatchers.AddOrchestrationDispatcherMiddleware(
            (dispatch, _) =>
            {
                var state = dispatch.GetProperty<OrchestrationRuntimeState>();
                ((Turn)dispatch.GetProperty<TaskOrchestrationWorkItem>()).Stamp(state, _hub.Now);
                dispatch.SetProperty(_worker.TakeTurn(state));
                return Task.CompletedTask;
            }
        );
        _dispatchers.AddActivityDispatcherMiddleware(
            (dispatch, _) =>
                _dispatching.Running.DoAsync(async () =>
                    dispatch.SetProperty(
                        new ActivityExecutionResult
                        {
                            ResponseEvent = await _worker.RunActivityAsync(
                                dispatch.GetProperty<TaskScheduledEvent>(),
                                dispatch.GetProperty<OrchestrationInstance>()
                            ),
                        }
                    )
                )
        );
    }

    public VirtualClock Clock { get; }

    /// <summary>The client that functions receive. Before it reads, all work due by now is done.</summary>
    public DurableTaskClient Client { get; }

    /// <summary>host.json's <c>defaultVersion</c> of the running code; null for none.</summary>
    internal string? Version { get; private set; }

    /// <summary>The app's services, with the clock as their <see cref="TimeProvider"/>.</summary>
    public IServiceProvider Services => _services;

    /// <summary>Starts a simulation.</summary>
    /// <param name="services">The app's services; the worker's own and the clock are added.</param>
    /// <param name="setup">The initial conditions.</param>
    public static async Task<VirtualEngine> StartAsync(IServiceCollection services, Setup setup)
    {
        var simulation = new VirtualEngine(services, setup);
        await simulation._dispatchers.StartAsync();
        return simulation;
    }

    /// <summary>Replaces the running code; instances that it refused may run again.</summary>
    public void Deploy(IEnumerable<Type> functions, string? version)
    {
        Version = version;
        _versions.Version = version ?? "";
        _worker = new SimulatedWorker(functions, version, _services);
        foreach (var instance in _hub.Instances())
        {
            instance.IsRefused = false;
            _hub.Plan(instance);
        }
    }

    /// <summary>Does all work due by now, and what follows from it at once. Called inside an activity, it leaves that to others.</summary>
    public async Task SettleAsync()
    {
        if (ClockedWork.Current is not null)
        {
            return;
        }

        await _oneAtATime.WaitAsync();
        try
        {
            while (_hub.TakeDue() is { } due)
            {
                await (due is Turn turn ? _dispatching.TakeAsync(turn) : _dispatching.RunAsync((ActivityRun)due));
            }
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    /// <summary>Lets time pass, and does all work due in it.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        var end = Clock.GetUtcNow() + time;
        await SettleAsync();
        while (await GoOnAsync(end)) { }

        await Clock.MoveToAsync(end);
        await SettleAsync();
    }

    /// <summary>Lets time pass until a condition holds.</summary>
    /// <param name="reached">The condition, checked whenever all due work has been done.</param>
    /// <param name="complaint">The failure's message.</param>
    /// <exception cref="InvalidOperationException">No work is due any more, and the condition doesn't hold.</exception>
    public async Task UntilAsync(Func<Task<bool>> reached, Func<string> complaint)
    {
        var end = Clock.GetUtcNow().AddYears(YearsAtMost);
        await SettleAsync();
        while (!await reached())
        {
            if (!await GoOnAsync(end))
            {
                throw new InvalidOperationException($"{complaint()} Nothing is due any more.");
            }
        }
    }

    /// <summary>The events of an instance's current run, oldest first.</summary>
    public IReadOnlyList<HistoryEvent> History(string instanceId) => _hub.Find(instanceId)?.History ?? [];

    public async ValueTask DisposeAsync()
    {
        await _dispatchers.StopAsync(isForced: true);
        _dispatchers.Dispose();
        _oneAtATime.Dispose();
        await _services.DisposeAsync();
    }

    /// <summary>Advances to the next due time and does the work due then.</summary>
    /// <returns>Whether any work was due by the end.</returns>
    private async Task<bool> GoOnAsync(DateTimeOffset end)
    {
        if (new[] { _hub.NextDue, Clock.NextDue }.Min() is not { } next || next > end)
        {
            return false;
        }

        await Clock.MoveToAsync(next);
        await SettleAsync();
        return true;
    }

    /// <summary>The dispatchers' registry is empty: the worker runs turns and activities.</summary>
    private sealed class Nothing<T> : INameVersionObjectManager<T>
    {
        public void Add(ObjectCreator<T> creator) => throw new NotSupportedException();

        public T? GetObject(string name, string? version) => default;
    }
}
