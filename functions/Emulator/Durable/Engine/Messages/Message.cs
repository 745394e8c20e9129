namespace MicroCred.Emulator.Durable.Engine.Messages;

/// <summary>Something for an instance to deal with in its next turn.</summary>
internal abstract class Message
{
    /// <summary>Bytes of payload, by which a turn decides how much it takes at once.</summary>
    public virtual int Weight => 0;

    /// <summary>Whether there is probably no such instance yet, so that looking for it first would be wasted.</summary>
    public virtual bool ExpectsNoInstance => false;

    /// <summary>Does to the turn what the message is for. May happen again, on another draft, when the turn has to be redone.</summary>
    public abstract void Apply(TurnDraft draft);

    /// <summary>The engine stops before the message is dealt with.</summary>
    public virtual void Abandon()
    {
    }
}
