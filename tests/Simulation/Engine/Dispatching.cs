using System.Threading.Channels;
using DurableTask.Core;
using DurableTask.Core.History;

namespace MicroCred.Simulation.Engine;

/// <summary>
/// The hub as Microsoft's dispatchers see it: they are given one turn or activity after the other, and what they come to goes back into the
/// hub. What a turn's decisions mean for the history, and which messages follow, is theirs.
/// </summary>
internal sealed class Dispatching(Hub hub) : IOrchestrationService
{
    private readonly Channel<Turn> _turns = Channel.CreateUnbounded<Turn>();
    private readonly Channel<ActivityRun> _runs = Channel.CreateUnbounded<ActivityRun>();
    private Exception? _failure;

    public int TaskOrchestrationDispatcherCount => 1;

    public int TaskActivityDispatcherCount => 1;

    public int MaxConcurrentTaskOrchestrationWorkItems => 1;

    /// <summary>More than one at a time only where activities wait on the clock.</summary>
    public int MaxConcurrentTaskActivityWorkItems => 10_000;

    public BehaviorOnContinueAsNew EventBehaviourForContinueAsNew => BehaviorOnContinueAsNew.Carryover;

    /// <summary>What the activity does that is being begun.</summary>
    public ClockedWork Running { get; private set; } = new();

    /// <summary>Has a turn taken.</summary>
    public async Task TakeAsync(Turn turn)
    {
        _turns.Writer.TryWrite(turn);
        await turn.Done;
        if (_failure is { } failure)
        {
            throw new InvalidOperationException($"A turn of {turn.InstanceId} couldn't be taken: {failure.Message}", failure);
        }
    }

    /// <summary>Has an activity run until it ends or waits on the clock.</summary>
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

    /// <summary>The dispatcher can't take this turn: code of this version is not to run it.</summary>
    public Task AbandonTaskOrchestrationWorkItemAsync(TaskOrchestrationWorkItem workItem)
    {
        ((Turn)workItem).Instance.IsRefused = true;
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

    /// <summary>
    /// Nothing here is tried again behind the test's back: what goes wrong in the dispatchers is the simulation's own fault.
    /// </summary>
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

    /// <summary>The state as an engine shows it: at the virtual time, and while suspended with the reason for it.</summary>
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
