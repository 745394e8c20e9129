namespace MicroCred.Emulator.Durable.Engine;

/// <summary>Pauses between attempts at something that has to succeed some time: short at first, then up to five seconds.</summary>
internal sealed class BackOff
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);
    private TimeSpan _pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Waits, on real time: a virtual clock stands still while work is under way.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(_pause, cancellationToken);
        _pause = _pause * 2 < Longest ? _pause * 2 : Longest;
    }
}
