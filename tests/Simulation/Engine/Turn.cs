using DurableTask.Core;

namespace MicroCred.Simulation.Engine;

/// <summary>A turn of an instance: its newly arrived messages, and its history.</summary>
internal sealed class Turn : TaskOrchestrationWorkItem
{
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Turn(Instance instance, IReadOnlyList<Delivery> taken)
    {
        Instance = instance;
        Taken = taken;
        InstanceId = instance.State.OrchestrationInstance.InstanceId;
        OrchestrationRuntimeState = new OrchestrationRuntimeState(instance.History);
        NewMessages = [.. taken.Select(delivery => Payload.Message(delivery.Message))];
        LockedUntilUtc = DateTime.MaxValue;
    }

    public Instance Instance { get; }

    public IReadOnlyList<Delivery> Taken { get; }

    /// <summary>Completes when the dispatcher has finished the turn.</summary>
    public Task Done => _done.Task;

    public void End() => _done.TrySetResult();

    /// <summary>
    /// Replaces the real timestamps that the dispatcher gave new events by virtual ones: an orchestrator sees the time at which its turn
    /// began.
    /// </summary>
    public void Stamp(OrchestrationRuntimeState state, DateTimeOffset now)
    {
        foreach (var added in state.NewEvents.Except(NewMessages.Select(message => message.Event)))
        {
            added.Timestamp = now.UtcDateTime;
        }
    }
}

/// <summary>One run of an activity.</summary>
internal sealed class ActivityRun : TaskActivityWorkItem
{
    public ActivityRun(Delivery taken)
    {
        Taken = taken;
        TaskMessage = Payload.Message(taken.Message);
        Id = TaskMessage.OrchestrationInstance.InstanceId;
        LockedUntilUtc = DateTime.MaxValue;
    }

    public Delivery Taken { get; }

    /// <summary>The activity's work, which may wait on the clock.</summary>
    public ClockedWork Work { get; } = new();
}
