using MicroCred.Emulator.Durable.History;

namespace MicroCred.Emulator.Durable.Engine.Messages;

/// <summary>A client halts an instance.</summary>
internal sealed class SuspendRequest(string? reason) : Request
{
    public override void Apply(TurnDraft draft)
    {
        if (!FindsItRunning(draft))
            return;

        draft.Add(new ExecutionSuspended(reason));
        draft.Explain(reason);
        draft.Accept(this);
    }
}
