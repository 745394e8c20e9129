using MicroCred.App.Notices;

namespace MicroCred.App.Storage;

/// <summary>Where notices wait to be sent. <see cref="NotificationQueue"/> is a queue of the storage account.</summary>
internal interface INotificationQueue
{
    /// <summary>Queues notices that are stored with their application.</summary>
    Task SendAsync(IReadOnlyList<Notice> notices, CancellationToken cancellationToken);
}
