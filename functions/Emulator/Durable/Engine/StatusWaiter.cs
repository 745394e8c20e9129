using MicroCred.Emulator.Durable.Stores;

namespace MicroCred.Emulator.Durable.Engine;

/// <summary>Somebody who waits for an instance to get somewhere.</summary>
internal sealed class StatusWaiter(StatusWaiters waiters, string instanceId, Func<InstanceState, bool> isThere) : IDisposable
{
    private readonly TaskCompletionSource<InstanceState> _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string InstanceId => instanceId;

    public Task<InstanceState> Arrived => _arrived.Task;

    public void Tell(InstanceState state)
    {
        if (isThere(state))
            _arrived.TrySetResult(state);
    }

    public void Dispose() => waiters.End(this);
}
