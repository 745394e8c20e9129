namespace MicroCred.Emulator.Durable.Clocks;

/// <summary>Time that stands still while anything is at work and then jumps to whatever is due next.</summary>
internal sealed class VirtualClock(DateTimeOffset start) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => start;
}
