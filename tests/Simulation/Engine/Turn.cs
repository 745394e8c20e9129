using DurableTask.Core;

namespace MicroCred.Simulation.Engine;

/// <summary>One turn of one instance: the messages that arrived for it, on its history.</summary>
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

    /// <summary>Ends when the dispatcher has done with it.</summary>
    public Task Done => _done.Task;

    public void End() => _done.TrySetResult();

    /// <summary>
    /// Gives the virtual time to what the dispatcher has added to the history, which it stamped with the real one: where a turn begins,
    /// that is the time that the orchestrator sees.
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

    /// <summary>What it does, which may wait on the clock.</summary>
    public ClockedWork Work { get; } = new();
}
