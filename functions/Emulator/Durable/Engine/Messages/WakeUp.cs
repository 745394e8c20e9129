namespace MicroCred.Emulator.Durable.Engine.Messages;

/// <summary>A timer of the instance is due, or its start.</summary>
internal sealed class WakeUp : Message
{
    public override void Apply(TurnDraft draft) => draft.AddWhatIsDue();
}
