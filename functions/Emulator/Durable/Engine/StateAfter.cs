using MicroCred.Emulator.Durable.History;
using MicroCred.Emulator.Durable.Replay;
using MicroCred.Emulator.Durable.Stores;

namespace MicroCred.Emulator.Durable.Engine;

/// <summary>What an instance's state becomes.</summary>
internal static class StateAfter
{
    /// <summary>An instant before all others; the earliest that a table can hold.</summary>
    private static readonly DateTimeOffset Past = new(1601, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static InstanceState Completion(InstanceState state, BinaryData? output) =>
        End(state, OrchestrationRuntimeStatus.Completed) with { Output = output?.ToString() };

    public static InstanceState Termination(InstanceState state, BinaryData? output) =>
        End(state, OrchestrationRuntimeStatus.Terminated) with { Output = output?.ToString() };

    public static InstanceState Failure(InstanceState state, TaskFailureDetails failure) =>
        End(state, OrchestrationRuntimeStatus.Failed) with { Output = Failures.OutputOf(failure), Failure = failure };

    /// <summary>The state in which the instance begins again.</summary>
    public static InstanceState NewRun(InstanceState state, BinaryData? input) =>
        state with { ExecutionId = Guid.NewGuid().ToString("N"), Input = input, CustomStatus = null, Output = null };

    /// <summary>The state in which the instance waits for what its run awaits.</summary>
    public static InstanceState Waiting(InstanceState state, OrchestrationRun run)
    {
        var startAt = run.HasStarted ? null : state.StartAt;
        var isCalling = run.Awaited.Any(call => call is not TimerCreated);
        return state with
        {
            Status = run.IsSuspended ? OrchestrationRuntimeStatus.Suspended
                : run.HasStarted ? OrchestrationRuntimeStatus.Running
                : OrchestrationRuntimeStatus.Pending,
            StartAt = startAt,
            WakeAt = isCalling ? Past : DueTimes(run).Append(startAt).Min(),
        };
    }

    /// <summary>When the run's next timer, or its start, is due.</summary>
    public static DateTimeOffset? NextDue(InstanceState state, OrchestrationRun run) =>
        DueTimes(run).Append(run.HasStarted ? null : state.StartAt).Min();

    private static IEnumerable<DateTimeOffset?> DueTimes(OrchestrationRun run) =>
        run.Awaited.OfType<TimerCreated>().Select(timer => (DateTimeOffset?)new DateTimeOffset(timer.FireAt, TimeSpan.Zero));

    private static InstanceState End(InstanceState state, OrchestrationRuntimeStatus status) =>
        state with { Status = status, WakeAt = null, StartAt = null };
}
