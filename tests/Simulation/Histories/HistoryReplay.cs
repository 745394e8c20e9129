using DurableTask.Core;
using DurableTask.Core.Command;
using DurableTask.Core.History;
using MicroCred.Simulation.Engine;

namespace MicroCred.Simulation.Histories;

/// <summary>
/// Replays a recorded history against code, turn by turn with the worker's own replay, and compares the code's actions in each turn with
/// the recorded ones.
/// </summary>
internal sealed class HistoryReplay(SimulatedWorker worker)
{
    /// <summary>The first difference between code and history; null where there is none.</summary>
    public string? Divergence(IEnumerable<HistoryEvent> history)
    {
        var past = new List<HistoryEvent>();
        foreach (var turn in Turns(history))
        {
            var state = new OrchestrationRuntimeState(past);
            foreach (var happened in turn.Where(happened => Step(happened) is null && happened is not OrchestratorCompletedEvent))
            {
                state.AddEvent(happened);
            }

            var then = turn.Select(Step).OfType<string>().ToList();
            var now = worker.TakeTurn(state).Actions.Select(Step).ToList();
            for (var step = 0; step < Math.Max(then.Count, now.Count); step++)
            {
                if (then.ElementAtOrDefault(step) != now.ElementAtOrDefault(step))
                {
                    return $"In the turn of {turn[0].Timestamp:O} the history has '{then.ElementAtOrDefault(step) ?? "nothing more"}', "
                        + $"today's code does '{now.ElementAtOrDefault(step) ?? "nothing more"}'.";
                }
            }

            past.AddRange(turn);
        }

        return null;
    }

    private static IEnumerable<List<HistoryEvent>> Turns(IEnumerable<HistoryEvent> history)
    {
        var turn = new List<HistoryEvent>();
        foreach (var happened in history)
        {
            if (happened is OrchestratorStartedEvent && turn.Count > 0)
            {
                yield return turn;
                turn = [];
            }

            turn.Add(happened);
        }

        yield return turn;
    }

    /// <summary>An orchestrator's action in the history; null for an event that isn't one.</summary>
    private static string? Step(HistoryEvent happened) =>
        happened switch
        {
            TaskScheduledEvent activity => $"activity {activity.Name} (#{activity.EventId})",
            TimerCreatedEvent timer => $"timer until {timer.FireAt:O} (#{timer.EventId})",
            SubOrchestrationInstanceCreatedEvent sub => $"orchestration {sub.Name} (#{sub.EventId})",
            EventSentEvent sent => $"event {sent.Name} to {sent.InstanceId} (#{sent.EventId})",
            ExecutionCompletedEvent end => $"end {end.OrchestrationStatus} with {end.FailureDetails?.ErrorMessage ?? end.Result}",
            _ => null,
        };

    /// <summary>An orchestrator's action now.</summary>
    private static string Step(OrchestratorAction action) =>
        action switch
        {
            ScheduleTaskOrchestratorAction activity => $"activity {activity.Name} (#{activity.Id})",
            CreateTimerOrchestratorAction timer => $"timer until {timer.FireAt:O} (#{timer.Id})",
            CreateSubOrchestrationAction sub => $"orchestration {sub.Name} (#{sub.Id})",
            SendEventOrchestratorAction sent => $"event {sent.EventName} to {sent.Instance?.InstanceId} (#{sent.Id})",
            OrchestrationCompleteOrchestratorAction end =>
                $"end {end.OrchestrationStatus} with {end.FailureDetails?.ErrorMessage ?? end.Result}",
            _ => $"{action.OrchestratorActionType} (#{action.Id})",
        };
}
