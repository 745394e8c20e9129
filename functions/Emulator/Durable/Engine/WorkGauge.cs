using MicroCred.Emulator.Durable.Clocks;

namespace MicroCred.Emulator.Durable.Engine;

/// <summary>Counts what is under way, so that a stop can wait for it and a virtual clock stands still meanwhile.</summary>
internal sealed class WorkGauge(TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly VirtualClock? _clock = time as VirtualClock;
    private TaskCompletionSource? _idle;
    private int _underWay;

    public void Enter()
    {
        _clock?.Enter();
        lock (_gate)
            _underWay++;
    }

    public void Exit()
    {
        lock (_gate)
        {
            if (--_underWay == 0)
                _idle?.TrySetResult();
        }

        _clock?.Exit();
    }

    /// <summary>Ends at the first moment at which nothing is under way.</summary>
    public Task WhenIdleAsync()
    {
        lock (_gate)
        {
            if (_underWay == 0)
                return Task.CompletedTask;

            _idle = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _idle.Task;
        }
    }
}
