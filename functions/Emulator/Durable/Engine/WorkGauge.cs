using MicroCred.Emulator.Durable.Clocks;

namespace MicroCred.Emulator.Durable.Engine;

/// <summary>Counts what is under way, so that a stop can wait for it and a virtual clock stands still meanwhile.</summary>
internal sealed class WorkGauge(TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly VirtualClock? _clock = time as VirtualClock;
    private TaskCompletionSource? _idle;
    private int _underWay;
    private bool _isClosed;

    public void Enter() => Count(1);

    public void Exit() => Count(-1);

    /// <summary>Ends at the first moment at which nothing is under way.</summary>
    public Task WhenIdleAsync()
    {
        lock (_gate)
        {
            if (_underWay == 0)
                return Task.CompletedTask;

            if (_idle is null or { Task.IsCompleted: true })
                _idle = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

            return _idle.Task;
        }
    }

    /// <summary>Counts no more: what is still under way is left behind, and a clock need not wait for it.</summary>
    public void Close()
    {
        lock (_gate)
        {
            while (_underWay > 0)
                CountWithin(-1);

            _isClosed = true;
        }
    }

    private void Count(int change)
    {
        lock (_gate)
        {
            if (!_isClosed)
                CountWithin(change);
        }
    }

    private void CountWithin(int change)
    {
        _underWay += change;
        if (change > 0)
            _clock?.Enter();
        else
            _clock?.Exit();

        if (_underWay == 0)
            _idle?.TrySetResult();
    }
}
