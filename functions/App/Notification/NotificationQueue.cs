using System.Text;
using System.Text.Json;
using Azure.Storage.Queues;
using MicroCred.App.Operation;
using MicroCred.App.Storage;

namespace MicroCred.App.Notification;

/// <summary>Where notices wait to be sent.</summary>
internal sealed class NotificationQueue(QueueServiceClient queues)
{
    /// <summary>In bytes. A message takes 64 KiB, which are 48 KiB before Base64; reasons and conditions of the longest come to more.</summary>
    private const int LongestMessage = 45_000;

    private readonly QueueClient _queue = queues.GetQueueClient(Names.NotificationsQueue);

    /// <summary>One storage request a notice. A long one goes without its facts, which are read again from the application when it is sent.</summary>
    public Task Send(IReadOnlyList<Notice> notices, CancellationToken cancel) =>
        Task.WhenAll(notices.Select(notice => _queue.SendMessageAsync(Message(notice with { TraceParent = Trail.Here }), cancel)));

    private static string Message(Notice notice)
    {
        string whole = JsonSerializer.Serialize(notice, AppJson.Stored);
        return Encoding.UTF8.GetByteCount(whole) <= LongestMessage ? whole : JsonSerializer.Serialize(notice with { Facts = null }, AppJson.Stored);
    }
}
