using MicroCred.Emulator.Durable.History;
using MicroCred.Emulator.Durable.Stores;

namespace MicroCred.Emulator.Durable.Engine.Messages;

/// <summary>
/// An orchestration calls another. It may do so again after a crash, and then gets the answer that it missed, or waits on.
/// </summary>
internal sealed class ChildStart(string name, BinaryData? input, ParentCall caller, string? traceParent) : Message
{
    public override int Weight => input?.ToMemory().Length ?? 0;

    public override bool ExpectsNoInstance => true;

    public override void Apply(TurnDraft draft)
    {
        if (draft.State is not { } existing)
            draft.Begin(name, input, caller, startAt: null, traceParent);
        else if (existing.Parent == caller)
            draft.AnswerParentIfEnded();
        else if (existing.HasEnded)
            draft.Begin(name, input, caller, startAt: null, traceParent);
        else
            Refuse(draft);
    }

    private void Refuse(TurnDraft draft)
    {
        var failure = TaskFailureDetails.FromException(new OrchestrationAlreadyExistsException(draft.InstanceId));
        draft.Send(caller.InstanceId, new TaskEnded(caller.ExecutionId, new TaskFailed(caller.TaskId, failure)));
    }
}
