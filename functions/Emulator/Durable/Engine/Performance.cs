using MicroCred.Emulator.Durable.History;
using MicroCred.Emulator.Durable.Replay;
using MicroCred.Emulator.Durable.Stores;

namespace MicroCred.Emulator.Durable.Engine;

/// <summary>Lets an orchestrator's code go on with what has arrived, through as many runs as it continues as new.</summary>
/// <param name="newRun">Makes a run for a state; null when there is no such orchestrator.</param>
/// <param name="turnId">The turn's id.</param>
/// <param name="now">The turn's time.</param>
internal sealed class Performance(Func<InstanceState, OrchestrationRun?> newRun, string turnId, DateTime now)
{
    /// <summary>How many runs a turn may have: an orchestration that never waits would never stop.</summary>
    private const int MostRuns = 1000;

    /// <summary>
    /// The state afterwards, the turn for its history, and the run that stands there; neither of these when it has ended.
    /// </summary>
    public (InstanceState State, Turn? Turn, OrchestrationRun? Run) Play(
        InstanceState state, OrchestrationRun? run, IReadOnlyList<ArrivedEvent> arrived)
    {
        for (var runs = 1; runs <= MostRuns; runs++)
        {
            if (run is null)
                return (StateAfter.Failure(state, Failures.NoSuchOrchestrator(state.Name)), null, null);

            var turn = arrived.Count == 0 ? null : run.Step(turnId, now, arrived);
            state = state with { CustomStatus = run.CustomStatus };
            switch (run.Outcome())
            {
                case RunOutcome.Completed completed:
                    return (StateAfter.Completion(state, completed.Output), null, null);
                case RunOutcome.Failed failed:
                    return (StateAfter.Failure(state, failed.Failure), null, null);
                case RunOutcome.ContinuedAsNew next:
                    state = StateAfter.NewRun(state, next.Input);
                    run = newRun(state);
                    arrived = [new ExecutionStarted(), .. next.Carried];
                    break;
                default:
                    return (StateAfter.Waiting(state, run), turn, run);
            }
        }

        var endless = new InvalidOperationException($"The orchestration continued as new {MostRuns} times without waiting for anything.");
        return (StateAfter.Failure(state, TaskFailureDetails.FromException(endless)), null, null);
    }
}
