namespace MicroCred.Emulator.Durable.Engine.Messages;

/// <summary>A client ends an instance.</summary>
internal sealed class TerminateRequest(BinaryData? output) : Request
{
    public override void Apply(TurnDraft draft)
    {
        if (!FindsItRunning(draft))
            return;

        draft.Terminate(output);
        draft.Accept(this);
    }
}
