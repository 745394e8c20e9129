namespace MicroCred.Emulator.Durable.Engine.Messages;

/// <summary>A new engine finds an instance with open calls: nobody runs them any more, so they are run again.</summary>
internal sealed class TakeUpAgain : Message
{
    public override void Apply(TurnDraft draft)
    {
        draft.AddWhatIsDue();
        draft.RepeatOpenCalls();
    }
}
