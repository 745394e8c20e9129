using MicroCred.Emulator.Durable.History;
using Microsoft.Extensions.Logging;

namespace MicroCred.Emulator.Durable.Replay;

/// <summary>
/// Hands events to those who wait for them: to the latest waiter of the name first, in any case. What nobody waits for is kept. A waiter
/// that was cancelled gets nothing.
/// </summary>
internal sealed partial class EventInbox(Payloads payloads, ILogger logger)
{
    private readonly Dictionary<string, List<EventWaiter>> _waiters = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<EventRaised> _kept = [];

    public bool HasWaiters => _waiters.Values.Any(waiters => waiters.Exists(waiter => waiter.IsWaiting));

    public Task<T> Wait<T>(string name, CancellationToken cancellationToken)
    {
        var waiters = WaitersFor(name);
        if (waiters.Count > 0 && waiters[^1].Type != typeof(T))
        {
            throw new ArgumentException(
                $"Events with the same name must have the same type argument. Expected "
                + $"{waiters[^1].Type.FullName} but was requested {typeof(T).FullName}.");
        }

        var waiter = new EventWaiter<T>(payloads, cancellationToken);
        var first = _kept.FindIndex(kept => kept.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        if (first < 0)
        {
            waiters.Add(waiter);
        }
        else
        {
            var raised = _kept[first];
            _kept.RemoveAt(first);
            waiter.Take(raised.Payload);
        }

        return waiter.Event;
    }

    public void Deliver(EventRaised raised)
    {
        if (_waiters.TryGetValue(raised.Name, out var waiters) && LatestOf(waiters, raised.Name) is { } waiter)
            waiter.Take(raised.Payload);
        else
            _kept.Add(raised);
    }

    /// <summary>Gives away what nobody has waited for.</summary>
    public List<EventRaised> TakeKept()
    {
        List<EventRaised> kept = [.. _kept];
        _kept.Clear();
        return kept;
    }

    private EventWaiter? LatestOf(List<EventWaiter> waiters, string name)
    {
        while (waiters.Count > 0)
        {
            var latest = waiters[^1];
            waiters.RemoveAt(waiters.Count - 1);
            if (latest.IsWaiting)
                return latest;

            LogLostOnAzure(logger, name);
        }

        return null;
    }

    [LoggerMessage(
        LogLevel.Warning,
        "Event {Name} came after its last waiter had been cancelled and before the next one. Here it is kept; the real engine loses it, at "
        + "least up to Microsoft.DurableTask.Worker 1.25.0 (microsoft/durabletask-dotnet, pull request 801). Keep one waiter "
        + "open instead.")]
    private static partial void LogLostOnAzure(ILogger logger, string name);

    private List<EventWaiter> WaitersFor(string name)
    {
        if (!_waiters.TryGetValue(name, out var waiters))
            _waiters[name] = waiters = [];

        waiters.RemoveAll(waiter => !waiter.IsWaiting);
        return waiters;
    }
}
