namespace MicroCred.Simulation.Engine;

/// <summary>
/// A clock that stands still until a simulation moves it to the next due time. Its timers, and with them <c>Task.Delay</c> and the like,
/// follow it. Times are UTC.
/// </summary>
/// <param name="start">The initial time.</param>
public sealed class VirtualClock(DateTimeOffset start) : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly SortedSet<VirtualTimer> _timers = new(
        Comparer<VirtualTimer>.Create((one, other) => (one.Due, one.Number).CompareTo((other.Due, other.Number)))
    );

    private DateTimeOffset _now = start;
    private long _timersSet;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>When the next timer is due; null where none is set.</summary>
    internal DateTimeOffset? NextDue
    {
        get
        {
            lock (_lock)
            {
                return _timers.Min?.Due;
            }
        }
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return _now;
        }
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new VirtualTimer(this, () => callback(state), ClockedWork.Current);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Advances the clock and fires each timer due by then, one after the other, each at its own time.</summary>
    internal async Task MoveToAsync(DateTimeOffset moment)
    {
        while (Take(moment) is { } timer)
        {
            await timer.FireAsync();
        }
    }

    private VirtualTimer? Take(DateTimeOffset moment)
    {
        lock (_lock)
        {
            var next = _timers.Min is { } first && first.Due <= moment ? first : null;
            var shown = next?.Due ?? moment;
            _now = shown > _now ? shown : _now;
            return next;
        }
    }

    private sealed class VirtualTimer(VirtualClock clock, Action fire, ClockedWork? work) : ITimer
    {
        private TimeSpan _period = Timeout.InfiniteTimeSpan;
        private bool _set;

        public DateTimeOffset Due { get; private set; }

        public long Number { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._lock)
            {
                Remove();
                _period = period;
                if (dueTime != Timeout.InfiniteTimeSpan)
                {
                    Due = clock._now + dueTime;
                    Number = clock._timersSet++;
                    _set = clock._timers.Add(this);
                    work?.TimerSet();
                }
            }

            return true;
        }

        /// <summary>Fires, and completes when the work that set the timer is at rest again.</summary>
        public Task FireAsync()
        {
            Change(_period > TimeSpan.Zero ? _period : Timeout.InfiniteTimeSpan, _period);
            fire();
            return work?.Rest ?? Task.CompletedTask;
        }

        public void Dispose()
        {
            lock (clock._lock)
            {
                Remove();
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        private void Remove()
        {
            if (!_set)
            {
                return;
            }

            clock._timers.Remove(this);
            _set = false;
            work?.TimerGone();
        }
    }
}
