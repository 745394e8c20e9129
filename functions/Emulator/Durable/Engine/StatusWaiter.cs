using MicroCred.Emulator.Durable.Stores;

namespace MicroCred.Emulator.Durable.Engine;

/// <summary>Somebody who waits for an instance to get somewhere.</summary>
internal sealed class StatusWaiter(StatusWaiters waiters, string instanceId, Func<InstanceState, bool> isThere) : IDisposable
{
    private readonly TaskCompletionSource _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string InstanceId => instanceId;

    public Task Arrived => _arrived.Task;

    public void Tell(InstanceState state)
    {
        if (isThere(state))
            _arrived.TrySetResult();
    }

    public void Dispose() => waiters.End(this);
}
