namespace MicroCred.Emulator.Queues;

/// <summary>How long to wait before the next look into a queue: not long after a message, ever longer while there is none.</summary>
internal sealed class PollingInterval(TimeSpan longest)
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(100);

    public TimeSpan Current { get; private set; } = Shortest;

    public void Found() => Current = Shortest;

    public void FoundNothing() => Current = Current * 2 < longest ? Current * 2 : longest;
}
