using DurableTask.Core;
using DurableTask.Core.History;

namespace MicroCred.Simulation.Engine;

/// <summary>One orchestration instance as it is kept: its state, its history, and what is on its way to it.</summary>
internal sealed class Instance(OrchestrationState state)
{
    public OrchestrationState State { get; private set; } = state;

    /// <summary>What happened in the present run, oldest first.</summary>
    public List<HistoryEvent> History { get; } = [];

    /// <summary>What is on its way, in the order in which it was sent.</summary>
    public List<Delivery> Inbox { get; } = [];

    /// <summary>Whether the code refuses it, since a newer version started it; other code may take it.</summary>
    public bool IsRefused { get; set; }

    public bool HasEnded =>
        State.OrchestrationStatus is OrchestrationStatus.Completed or OrchestrationStatus.Failed or OrchestrationStatus.Terminated;

    /// <summary>When its next turn is due; null where nothing is on its way.</summary>
    public DateTimeOffset? NextTurn => IsRefused ? null : Inbox.Min(delivery => (DateTimeOffset?)delivery.Due);

    /// <summary>Keeps what a turn came to.</summary>
    /// <param name="taken">What was delivered for it.</param>
    /// <param name="after">The history after it.</param>
    /// <param name="state">The state after it.</param>
    public void Keep(IReadOnlyCollection<Delivery> taken, OrchestrationRuntimeState after, OrchestrationState state)
    {
        // A run that was continued as new has a history of its own.
        if (after.PastEvents.Count == 0)
        {
            History.Clear();
        }

        History.AddRange(after.NewEvents.Select(Payload.Copy));
        State = state;
        Inbox.RemoveAll(delivery => HasEnded || taken.Contains(delivery));
    }
}

/// <summary>A message on its way.</summary>
/// <param name="Message">The message, as it is stored.</param>
/// <param name="Due">When it arrives.</param>
internal sealed record Delivery(string Message, DateTimeOffset Due);
