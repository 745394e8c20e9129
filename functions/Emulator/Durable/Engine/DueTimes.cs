using MicroCred.Emulator.Durable.Engine.Messages;

namespace MicroCred.Emulator.Durable.Engine;

/// <summary>Wakes instances when a timer of theirs is due. All it keeps of one is its id and an instant.</summary>
internal sealed class DueTimes : IDisposable
{
    /// <summary>System timers can't be set for longer than some weeks.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    private readonly Lock _gate = new();
    private readonly PriorityQueue<string, DateTimeOffset> _queue = new();
    private readonly Dictionary<string, DateTimeOffset> _due = new(StringComparer.Ordinal);
    private readonly InstanceActors _actors;
    private readonly TimeProvider _time;
    private readonly ITimer _timer;
    private DateTimeOffset _set = DateTimeOffset.MaxValue;
    private bool _isClosed;

    public DueTimes(TimeProvider time, InstanceActors actors)
    {
        _time = time;
        _actors = actors;
        _timer = time.CreateTimer(static state => ((DueTimes)state!).Wake(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Sets when an instance is woken next, instead of what was set for it before; never, when null.</summary>
    public void Set(string instanceId, DateTimeOffset? due)
    {
        lock (_gate)
        {
            if (due is not { } at)
            {
                _due.Remove(instanceId);
                return;
            }

            if (_due.TryGetValue(instanceId, out var already) && already == at)
                return;

            _due[instanceId] = at;
            _queue.Enqueue(instanceId, at);
            ForgetWhatWasReplaced();
            if (at < _set)
                SetTimer(at);
        }
    }

    public void Dispose()
    {
        lock (_gate)
            _isClosed = true;

        _timer.Dispose();
    }

    private void Wake()
    {
        lock (_gate)
        {
            _set = DateTimeOffset.MaxValue;
            var now = _time.GetUtcNow();
            while (_queue.TryPeek(out var instanceId, out var at))
            {
                if (!_due.TryGetValue(instanceId, out var due) || due != at)
                {
                    _queue.Dequeue();
                    continue;
                }

                if (at > now)
                {
                    SetTimer(at);
                    return;
                }

                _queue.Dequeue();
                _due.Remove(instanceId);
                _actors.Post(instanceId, new WakeUp());
            }
        }
    }

    /// <summary>
    /// An instant that was replaced stays in the queue until it comes up; when most are like that, the queue is made anew.
    /// </summary>
    private void ForgetWhatWasReplaced()
    {
        if (_queue.Count <= (2 * _due.Count) + 100)
            return;

        _queue.Clear();
        _queue.EnqueueRange(_due.Select(due => (due.Key, due.Value)));
    }

    private void SetTimer(DateTimeOffset at)
    {
        if (_isClosed)
            return;

        _set = at;
        var wait = at - _time.GetUtcNow();
        _timer.Change(wait < TimeSpan.Zero ? TimeSpan.Zero : wait > LongestWait ? LongestWait : wait, Timeout.InfiniteTimeSpan);
    }
}
