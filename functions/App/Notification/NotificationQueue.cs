using System.Text.Json;
using Azure.Storage.Queues;
using MicroCred.App.Notices;
using MicroCred.App.Operation;
using MicroCred.App.Storage;

namespace MicroCred.App.Notification;

/// <summary>Where notices wait to be sent.</summary>
internal sealed class NotificationQueue(QueueServiceClient queues)
{
    private readonly QueueClient _queue = queues.GetQueueClient(Names.NotificationsQueue);

    /// <summary>Queues notices that are kept with their application. One storage request a notice.</summary>
    public Task Send(IReadOnlyList<Notice> notices, CancellationToken cancel) => Task.WhenAll(notices.Select(notice =>
        _queue.SendMessageAsync(JsonSerializer.Serialize(QueuedNotice.Of(notice, Trail.Here), AppJson.Stored), cancel)));
}
