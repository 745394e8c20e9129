using System.Collections.Concurrent;
using System.Diagnostics;

namespace MicroCred.Emulator.Queues;

/// <summary>
/// Rings when this process has put a message into any queue, so that listeners needn't look often to look in time. The storage library
/// tells it through its diagnostics; only this one event is asked for, so no other call costs anything.
/// </summary>
internal sealed class QueueBell : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private const string Event = "QueueClient.SendMessage";

    private readonly ConcurrentBag<IDisposable> _subscriptions = [];
    private volatile TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public QueueBell() => _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));

    /// <summary>The next time it rings.</summary>
    public Task NextAsync() => _next.Task;

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "Azure.Storage.Queues")
            _subscriptions.Add(value.Subscribe(this, name => name.StartsWith(Event, StringComparison.Ordinal)));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key == $"{Event}.Stop")
            Interlocked.Exchange(ref _next, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose()
    {
        foreach (var subscription in _subscriptions)
            subscription.Dispose();
    }
}
