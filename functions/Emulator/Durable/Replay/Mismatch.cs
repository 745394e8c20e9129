using MicroCred.Emulator.Durable.History;

namespace MicroCred.Emulator.Durable.Replay;

/// <summary>Says, in the real engine's words, how replayed code has left its history.</summary>
internal static class Mismatch
{
    private const string Question = "Was a change made to the orchestrator code after this instance had already started running?";

    public static string? NameOf(ScheduledEvent scheduled) => scheduled switch
    {
        ActivityScheduled activity => activity.Name,
        ChildScheduled child => child.Name,
        _ => null,
    };

    public static NonDeterministicOrchestrationException Missing(ScheduledEvent recorded) => new(
        $"A previous execution of this orchestration scheduled {AsMissing(recorded)} but the current replay execution hasn't (yet?) "
        + $"scheduled this task. {Question}");

    public static NonDeterministicOrchestrationException OtherKind(ScheduledEvent recorded, ScheduledEvent planned) => new(
        $"A previous execution of this orchestration scheduled {AsReplaced(recorded)} but the current orchestration replay "
        + $"instead produced a {ActionOf(planned)} action {With(recorded)} this sequence number. {Question}");

    public static NonDeterministicOrchestrationException OtherName(ScheduledEvent recorded, ScheduledEvent planned) => new(
        recorded is ActivityScheduled
            ? $"A previous execution of this orchestration scheduled {AsReplaced(recorded)} but the current orchestration replay "
                + $"instead scheduled an activity task named '{NameOf(planned)}' with this sequence number.  {Question}"
            : $"A previous execution of this orchestration scheduled {AsReplaced(recorded)} but the current orchestration replay "
                + $"instead scheduled a sub-orchestration task with name {NameOf(planned)} at this sequence number. {Question}");

    private static string AsMissing(ScheduledEvent recorded) => recorded switch
    {
        ActivityScheduled activity => $"an activity task with sequence ID {activity.Id} and name '{activity.Name}' (version ''),",
        TimerCreated timer => $"a timer task with sequence number {timer.Id}",
        _ => AsReplaced(recorded),
    };

    private static string AsReplaced(ScheduledEvent recorded) => recorded switch
    {
        ActivityScheduled activity => $"an activity task with sequence number {activity.Id} named '{activity.Name}',",
        TimerCreated timer => $"a timer task with sequence number {timer.Id}",
        ChildScheduled child =>
            $"a sub-orchestration task with sequence ID {child.Id} and name '{child.Name}' (version '', instance ID '{child.InstanceId}'),",
        _ => throw new ArgumentOutOfRangeException(nameof(recorded)),
    };

    private static string With(ScheduledEvent recorded) => recorded is ChildScheduled ? "at" : "with";

    private static string ActionOf(ScheduledEvent planned) => planned switch
    {
        ActivityScheduled => "ScheduleTaskOrchestratorAction",
        TimerCreated => "CreateTimerOrchestratorAction",
        _ => "CreateSubOrchestrationAction",
    };
}
