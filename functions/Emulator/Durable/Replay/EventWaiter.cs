namespace MicroCred.Emulator.Durable.Replay;

/// <summary>Somebody who waits for an event.</summary>
internal abstract class EventWaiter
{
    /// <summary>The type that the event's payload is to have.</summary>
    public abstract Type Type { get; }

    public abstract bool IsWaiting { get; }

    /// <summary>Ends the waiting with an event, or with an exception when its payload isn't of the type.</summary>
    public abstract void Take(BinaryData? payload);
}
