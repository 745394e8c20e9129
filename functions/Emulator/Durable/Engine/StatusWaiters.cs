using MicroCred.Emulator.Durable.Stores;

namespace MicroCred.Emulator.Durable.Engine;

/// <summary>Those who wait for an instance to get somewhere.</summary>
internal sealed class StatusWaiters
{
    private readonly Dictionary<string, List<StatusWaiter>> _waiters = new(StringComparer.Ordinal);

    /// <summary>Begins to wait; only what is written from now on counts. Dispose of it to wait no more.</summary>
    public StatusWaiter Begin(string instanceId, Func<InstanceState, bool> isThere)
    {
        var waiter = new StatusWaiter(this, instanceId, isThere);
        lock (_waiters)
        {
            if (!_waiters.TryGetValue(instanceId, out var others))
                _waiters[instanceId] = others = [];

            others.Add(waiter);
        }

        return waiter;
    }

    /// <summary>Tells those who wait for the instance what it is now.</summary>
    public void Tell(InstanceState state)
    {
        lock (_waiters)
        {
            foreach (var waiter in _waiters.GetValueOrDefault(state.InstanceId) ?? [])
                waiter.Tell(state);
        }
    }

    internal void End(StatusWaiter waiter)
    {
        lock (_waiters)
        {
            if (_waiters.TryGetValue(waiter.InstanceId, out var waiters) && waiters.Remove(waiter) && waiters.Count == 0)
                _waiters.Remove(waiter.InstanceId);
        }
    }
}
