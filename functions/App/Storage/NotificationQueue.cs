using System.Text.Json;
using Azure.Storage.Queues;
using MicroCred.App.Notices;
using MicroCred.App.Serialization;
using MicroCred.App.Telemetry;

namespace MicroCred.App.Storage;

/// <summary>The queue of notices to send.</summary>
internal sealed class NotificationQueue(QueueServiceClient queues) : INotificationQueue
{
    private readonly QueueClient _queue = queues.GetQueueClient(StorageNames.NotificationsQueue);

    /// <summary>Queues notices that are stored with their application. One storage request a notice.</summary>
    public Task SendAsync(IReadOnlyList<Notice> notices, CancellationToken cancellationToken) =>
        Task.WhenAll(
            notices.Select(notice =>
                _queue.SendMessageAsync(
                    JsonSerializer.Serialize(QueuedNotice.Of(notice, TraceLinks.Here), AppJson.Stored),
                    cancellationToken
                )
            )
        );
}
