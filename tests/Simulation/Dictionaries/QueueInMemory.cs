using MicroCred.App.Notices;
using MicroCred.App.Storage;

namespace MicroCred.Simulation.Dictionaries;

/// <summary>The notices that were queued, in order.</summary>
internal sealed class QueueInMemory : INotificationQueue
{
    private readonly List<QueuedNotice> _queued = [];

    public IReadOnlyList<QueuedNotice> Queued => _queued;

    public Task SendAsync(IReadOnlyList<Notice> notices, CancellationToken cancellationToken)
    {
        _queued.AddRange(notices.Select(notice => QueuedNotice.Of(notice, traceParent: null)));
        return Task.CompletedTask;
    }
}
