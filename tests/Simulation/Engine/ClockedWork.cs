namespace MicroCred.Simulation.Engine;

/// <summary>
/// A piece of work, such as an activity, that may set timers on the virtual clock. It is at rest when it has ended or waits on a timer:
/// only then may the clock advance.
/// </summary>
internal sealed class ClockedWork
{
    private static readonly AsyncLocal<ClockedWork?> Underway = new();
    private readonly Lock _lock = new();
    private TaskCompletionSource _rest = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _timers;
    private bool _ended;

    /// <summary>The work that the caller belongs to; null outside any.</summary>
    public static ClockedWork? Current => Underway.Value;

    /// <summary>Completes when the work is at rest.</summary>
    public Task Rest
    {
        get
        {
            lock (_lock)
            {
                return _rest.Task;
            }
        }
    }

    public async Task DoAsync(Func<Task> work)
    {
        Underway.Value = this;
        await work();
    }

    /// <summary>Marks the work, and everything that follows from it, as done.</summary>
    public void End()
    {
        lock (_lock)
        {
            _ended = true;
            _rest.TrySetResult();
        }
    }

    public void TimerSet()
    {
        lock (_lock)
        {
            _timers++;
            _rest.TrySetResult();
        }
    }

    public void TimerGone()
    {
        lock (_lock)
        {
            if (--_timers == 0 && !_ended)
            {
                _rest = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }
    }
}
