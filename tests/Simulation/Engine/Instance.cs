using DurableTask.Core;
using DurableTask.Core.History;

namespace MicroCred.Simulation.Engine;

/// <summary>A stored orchestration instance: its state, its history, and its incoming messages.</summary>
internal sealed class Instance(OrchestrationState state)
{
    public OrchestrationState State { get; private set; } = state;

    /// <summary>The current run's events, oldest first.</summary>
    public List<HistoryEvent> History { get; } = [];

    /// <summary>The messages on their way, in the order in which they were sent.</summary>
    public List<Delivery> Inbox { get; } = [];

    /// <summary>Whether the code refuses the instance because a newer version started it; other code may accept it.</summary>
    public bool IsRefused { get; set; }

    public bool HasEnded =>
        State.OrchestrationStatus is OrchestrationStatus.Completed or OrchestrationStatus.Failed or OrchestrationStatus.Terminated;

    /// <summary>Its next turn as it is planned; null where none is.</summary>
    public Work? Planned { get; set; }

    /// <summary>When its next turn is due; null where no message is on its way.</summary>
    public DateTimeOffset? NextTurn => IsRefused ? null : Inbox.Min(delivery => (DateTimeOffset?)delivery.Due);

    /// <summary>Stores a turn's result.</summary>
    /// <param name="taken">The messages delivered to the turn.</param>
    /// <param name="after">The history after the turn.</param>
    /// <param name="state">The state after the turn.</param>
    public void Keep(IReadOnlyCollection<Delivery> taken, OrchestrationRuntimeState after, OrchestrationState state)
    {
        // A run that was continued as new has a separate history.
        if (after.PastEvents.Count == 0)
        {
            History.Clear();
        }

        History.AddRange(after.NewEvents.Select(Payload.Copy));
        State = state;
        Inbox.RemoveAll(delivery => HasEnded || taken.Contains(delivery));
    }
}

/// <summary>Something to do at a time.</summary>
/// <param name="Due">When.</param>
/// <param name="Number">Distinguishes what is due at the same time.</param>
/// <param name="What">The <see cref="Instance"/> that has its turn, or the <see cref="Delivery"/> of an activity.</param>
internal sealed record Work(DateTimeOffset Due, long Number, object What);

/// <summary>A message on its way.</summary>
/// <param name="Message">The serialised message.</param>
/// <param name="Due">When it arrives.</param>
internal sealed record Delivery(string Message, DateTimeOffset Due);
