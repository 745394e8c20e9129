using MicroCred.App.Notices;
using MicroCred.App.Storage;

namespace MicroCred.Simulation.RandomPeople;

/// <summary>A queue that is away now and then, so that a command is written and its follow-up breaks off.</summary>
/// <param name="queue">The queue.</param>
/// <param name="isAway">Whether it is away just now.</param>
internal sealed class FailingQueue(INotificationQueue queue, Func<bool> isAway) : INotificationQueue
{
    public Task SendAsync(IReadOnlyList<Notice> notices, CancellationToken cancellationToken) =>
        notices.Count > 0 && isAway()
            ? Task.FromException(new TimeoutException("The queue is away."))
            : queue.SendAsync(notices, cancellationToken);
}
