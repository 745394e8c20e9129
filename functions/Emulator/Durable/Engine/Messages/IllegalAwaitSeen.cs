namespace MicroCred.Emulator.Durable.Engine.Messages;

/// <summary>After a turn, code of the instance went on where it must not.</summary>
internal sealed class IllegalAwaitSeen(string executionId) : Message
{
    public override void Apply(TurnDraft draft) => draft.FailForIllegalAwait(executionId);
}
