using MicroCred.Emulator.Durable.History;

namespace MicroCred.Emulator.Durable.Engine.Messages;

/// <summary>A client lets an instance go on.</summary>
internal sealed class ResumeRequest(string? reason) : Request
{
    public override void Apply(TurnDraft draft)
    {
        if (!FindsItRunning(draft))
            return;

        draft.Add(new ExecutionResumed(reason));
        draft.Explain(reason);
        draft.Accept(this);
    }
}
