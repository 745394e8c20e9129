namespace MicroCred.Emulator.Durable.Clocks;

/// <summary>
/// Time that stands still while anything is at work, and jumps to the next timer when nothing is. Whoever works says so with <see
/// cref="Enter"/> and <see cref="Exit"/>; a timer's callback counts as work by itself. Timers of the same instant go in the order in which
/// they were set.
/// </summary>
internal sealed class VirtualClock(DateTimeOffset start) : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly PriorityQueue<VirtualTimer, (DateTimeOffset Due, long Order)> _timers = new();
    private DateTimeOffset _now = start;
    private long _order;
    private int _atWork;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
            return _now;
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new VirtualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Says that work has begun: the time stands still until as many have said that theirs has ended.</summary>
    public void Enter() => Interlocked.Increment(ref _atWork);

    /// <summary>Says that work has ended.</summary>
    public void Exit()
    {
        if (Interlocked.Decrement(ref _atWork) == 0)
            ThreadPool.UnsafeQueueUserWorkItem(clock => clock.Jump(), this, preferLocal: false);
    }

    /// <summary>Keeps the time still until disposed.</summary>
    public IDisposable Hold()
    {
        Enter();
        return new Holding(this);
    }

    /// <summary>Enters a timer; it is told its place, and ignores older ones when they come up.</summary>
    internal void Set(VirtualTimer timer, TimeSpan dueTime)
    {
        lock (_gate)
        {
            timer.Place = ++_order;
            if (dueTime != Timeout.InfiniteTimeSpan)
                _timers.Enqueue(timer, (_now + dueTime, _order));
        }

        Enter();
        Exit();
    }

    private void Jump()
    {
        VirtualTimer? timer;
        lock (_gate)
        {
            if (Volatile.Read(ref _atWork) != 0 || (timer = NextTimer()) is null)
                return;

            Enter();
        }

        try
        {
            timer.Fire();
        }
        finally
        {
            Exit();
        }
    }

    private VirtualTimer? NextTimer()
    {
        while (_timers.TryDequeue(out var timer, out var at))
        {
            if (timer.Place != at.Order)
                continue;

            if (at.Due > _now)
                _now = at.Due;

            return timer;
        }

        return null;
    }

    private sealed class Holding(VirtualClock clock) : IDisposable
    {
        private VirtualClock? _clock = clock;

        public void Dispose() => Interlocked.Exchange(ref _clock, null)?.Exit();
    }
}
