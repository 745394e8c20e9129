using MicroCred.Emulator.Durable.History;

namespace MicroCred.Emulator.Durable.Engine.Messages;

/// <summary>An activity or a sub-orchestration has ended.</summary>
/// <param name="executionId">The run that called it; another doesn't want to know.</param>
/// <param name="end">How it ended.</param>
internal sealed class TaskEnded(string executionId, ArrivedEvent end) : Message
{
    public string ExecutionId => executionId;

    public int TaskId { get; } = end switch
    {
        TaskCompleted completed => completed.Id,
        TaskFailed failed => failed.Id,
        _ => throw new ArgumentOutOfRangeException(nameof(end)),
    };

    public override int Weight => end is TaskCompleted { Result: { } result } ? result.ToMemory().Length : 0;

    public override void Apply(TurnDraft draft)
    {
        if (draft.Awaits(executionId, TaskId))
            draft.Add(end);
    }
}
