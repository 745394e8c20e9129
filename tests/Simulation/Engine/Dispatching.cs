using System.Threading.Channels;
using DurableTask.Core;
using DurableTask.Core.History;

namespace MicroCred.Simulation.Engine;

/// <summary>
/// The hub as Microsoft's dispatchers see it: they receive one turn or activity after the other, and their results go back into the hub.
/// They decide what a turn's actions mean for the history, and which messages follow.
/// </summary>
internal sealed class Dispatching(Hub hub) : IOrchestrationService
{
    private readonly Channel<Turn> _turns = Channel.CreateUnbounded<Turn>();
    private readonly Channel<ActivityRun> _runs = Channel.CreateUnbounded<ActivityRun>();
    private Exception? _failure;

    public int TaskOrchestrationDispatcherCount => 1;

    public int TaskActivityDispatcherCount => 1;

    public int MaxConcurrentTaskOrchestrationWorkItems => 1;

    /// <summary>Several run at once only where activities wait on the clock.</summary>
    public int MaxConcurrentTaskActivityWorkItems => 10_000;

    public BehaviorOnContinueAsNew EventBehaviourForContinueAsNew => BehaviorOnContinueAsNew.Carryover;

    /// <summary>The work of the activity being started.</summary>
    public ClockedWork Running { get; private set; } = new();

    /// <summary>Runs a turn.</summary>
    public async Task TakeAsync(Turn turn)
    {
        _turns.Writer.TryWrite(turn);
        await turn.Done;
        if (_failure is { } failure)
        {
            throw new InvalidOperationException($"A turn of {turn.InstanceId} couldn't be taken: {failure.Message}", failure);
        }
    }

    /// <summary>Runs an activity until it ends or waits on the clock.</summary>
    public async Task RunAsync(ActivityRun run)
    {
        Running = run.Work;
        _runs.Writer.TryWrite(run);
        await run.Work.Rest;
    }

    public async Task<TaskOrchestrationWorkItem> LockNextTaskOrchestrationWorkItemAsync(
        TimeSpan receiveTimeout,
        CancellationToken cancellationToken
    ) => await _turns.Reader.ReadAsync(cancellationToken);

    public Task CompleteTaskOrchestrationWorkItemAsync(
        TaskOrchestrationWorkItem workItem,
        OrchestrationRuntimeState newOrchestrationRuntimeState,
        IList<TaskMessage> outboundMessages,
        IList<TaskMessage> orchestratorMessages,
        IList<TaskMessage> timerMessages,
        TaskMessage continuedAsNewMessage,
        OrchestrationState? orchestrationState
    )
    {
        var turn = (Turn)workItem;
        turn.Stamp(newOrchestrationRuntimeState, hub.Now);
        if (!hub.Keep(turn, newOrchestrationRuntimeState, Shown(orchestrationState, newOrchestrationRuntimeState)))
        {
            return Task.CompletedTask;
        }

        foreach (var activity in outboundMessages)
        {
            hub.Schedule(activity);
        }

        foreach (var message in orchestratorMessages)
        {
            hub.Send(message);
        }

        foreach (var timer in timerMessages)
        {
            hub.Send(timer, ((TimerFiredEvent)timer.Event).FireAt);
        }

        return Task.CompletedTask;
    }

    /// <summary>The dispatcher can't run this turn: the code's version must not run it.</summary>
    public Task AbandonTaskOrchestrationWorkItemAsync(TaskOrchestrationWorkItem workItem)
    {
        var refused = ((Turn)workItem).Instance;
        refused.IsRefused = true;
        hub.Plan(refused);
        return Task.CompletedTask;
    }

    public Task ReleaseTaskOrchestrationWorkItemAsync(TaskOrchestrationWorkItem workItem)
    {
        ((Turn)workItem).End();
        return Task.CompletedTask;
    }

    public async Task<TaskActivityWorkItem> LockNextTaskActivityWorkItem(TimeSpan receiveTimeout, CancellationToken cancellationToken) =>
        await _runs.Reader.ReadAsync(cancellationToken);

    public Task CompleteTaskActivityWorkItemAsync(TaskActivityWorkItem workItem, TaskMessage responseMessage)
    {
        var run = (ActivityRun)workItem;
        hub.Finish(run.Taken, responseMessage);
        run.Work.End();
        return Task.CompletedTask;
    }

    public Task AbandonTaskActivityWorkItemAsync(TaskActivityWorkItem workItem)
    {
        ((ActivityRun)workItem).Work.End();
        return Task.CompletedTask;
    }

    /// <summary>No retries behind the test's back: an exception in the dispatchers is a fault of the simulation.</summary>
    public int GetDelayInSecondsAfterOnProcessException(Exception exception)
    {
        _failure = exception;
        return 0;
    }

    public int GetDelayInSecondsAfterOnFetchException(Exception exception) => 0;

    public bool IsMaxMessageCountExceeded(int currentMessageCount, OrchestrationRuntimeState runtimeState) => false;

    public Task StartAsync() => Task.CompletedTask;

    public Task StopAsync() => Task.CompletedTask;

    public Task StopAsync(bool isForced) => Task.CompletedTask;

    public Task CreateAsync() => Task.CompletedTask;

    public Task CreateAsync(bool recreateInstanceStore) => Task.CompletedTask;

    public Task CreateIfNotExistsAsync() => Task.CompletedTask;

    public Task DeleteAsync() => Task.CompletedTask;

    public Task DeleteAsync(bool deleteInstanceStore) => Task.CompletedTask;

    public Task RenewTaskOrchestrationWorkItemLockAsync(TaskOrchestrationWorkItem workItem) => Task.CompletedTask;

    public Task<TaskActivityWorkItem> RenewTaskActivityWorkItemLockAsync(TaskActivityWorkItem workItem) => Task.FromResult(workItem);

    /// <summary>The state as an engine shows it: at virtual time, and with the reason while suspended.</summary>
    private OrchestrationState? Shown(OrchestrationState? state, OrchestrationRuntimeState history)
    {
        if (state is null)
        {
            return null;
        }

        state.LastUpdatedTime = hub.Now.UtcDateTime;
        state.CompletedTime = history.ExecutionCompletedEvent is null ? default : hub.Now.UtcDateTime;
        state.Status ??= "null";
        state.Output ??= history.Events.LastOrDefault(e => e is ExecutionSuspendedEvent or ExecutionResumedEvent) switch
        {
            ExecutionSuspendedEvent suspended => suspended.Reason,
            ExecutionResumedEvent resumed => resumed.Reason,
            _ => null,
        };
        return state;
    }
}
