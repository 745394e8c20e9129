using MicroCred.Emulator.Durable.History;

namespace MicroCred.Emulator.Durable.Engine.Messages;

/// <summary>A client tells an instance that something has happened.</summary>
internal sealed class RaiseRequest(string eventName, BinaryData? payload) : Request
{
    public override int Weight => payload?.ToMemory().Length ?? 0;

    public override void Apply(TurnDraft draft)
    {
        if (!FindsItRunning(draft))
            return;

        draft.Add(new EventRaised(eventName, payload));
        draft.Accept(this);
    }
}
