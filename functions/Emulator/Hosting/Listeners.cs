using Microsoft.Extensions.Logging;

namespace MicroCred.Emulator.Hosting;

/// <summary>The loops that bring queue messages and due timers to their functions.</summary>
internal sealed partial class Listeners(IReadOnlyList<Listener> listeners, ILogger<Listeners> logger) : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource _stop = new();
    private readonly CancellationTokenSource _abandon = new();
    private Task _running = Task.CompletedTask;

    public void Start()
    {
        // What starts the app, a trace for instance, is not to be seen by its functions.
        using var _ = ExecutionContext.SuppressFlow();
        _running = Task.WhenAll(listeners.Select(listener => Task.Run(() => RunAsync(listener))));
    }

    /// <summary>Fetches nothing more and waits for what is in work; when patience ends, what is in work is told so.</summary>
    public async Task StopAsync(CancellationToken patience)
    {
        await _stop.CancelAsync();
        await using var end = patience.Register(_abandon.Cancel);
        await _running.WaitAsync(patience);
    }

    public void Dispose()
    {
        _stop.Dispose();
        _abandon.Dispose();
    }

    private async Task RunAsync(Listener listener)
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                await listener(_stop.Token, _abandon.Token);
            }
            catch (Exception failure)
            {
                Broken(failure, Pause.TotalSeconds);
                await Task.Delay(Pause, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    [LoggerMessage(LogLevel.Critical, "A listener has failed and goes on in {Seconds} s.")]
    private partial void Broken(Exception failure, double seconds);
}
