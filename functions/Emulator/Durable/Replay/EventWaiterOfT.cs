namespace MicroCred.Emulator.Durable.Replay;

/// <summary>Somebody who waits for an event with a payload of one type.</summary>
internal sealed class EventWaiter<T> : EventWaiter
{
    private readonly TaskCompletionSource<T> _event = new();
    private readonly Payloads _payloads;

    public EventWaiter(Payloads payloads, CancellationToken cancellationToken)
    {
        _payloads = payloads;
        if (cancellationToken.CanBeCanceled)
            cancellationToken.Register(() => _event.TrySetCanceled(cancellationToken));
    }

    public Task<T> Event => _event.Task;

    public override Type Type => typeof(T);

    public override bool IsWaiting => !_event.Task.IsCompleted;

    public override void Take(BinaryData? payload)
    {
        T? value;
        try
        {
            value = _payloads.Read<T>(payload);
        }
        catch (Exception unreadable)
        {
            _event.TrySetException(unreadable);
            return;
        }

        _event.TrySetResult(value!);
    }
}
