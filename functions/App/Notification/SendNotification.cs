using MicroCred.App.Notices;
using MicroCred.App.Storage;
using MicroCred.App.Telemetry;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace MicroCred.App.Notification;

/// <summary>
/// Reads a notice, and sends its letter to everybody who wants it at once; for those who want it daily it waits for their digest. A failed
/// one is retried, and set aside for a person after five tries.
/// </summary>
[Feature(Features.Notification)]
internal sealed partial class SendNotification(
    Letters letters,
    Recipients recipients,
    Digests digests,
    ApplicationStore applications,
    IPostOffice post,
    TimeProvider time,
    ILogger<SendNotification> logger
)
{
    [Function(nameof(SendNotification))]
    public async Task RunAsync([QueueTrigger(StorageNames.NotificationsQueue)] QueuedNotice queued, CancellationToken cancellationToken)
    {
        TraceLinks.Follow(queued.Application, queued.TraceParent);
        var kept = await applications.NoticesSinceAsync(queued.Application, queued.Revision - 1, cancellationToken);
        if (kept.FirstOrDefault(queued.Is) is not { } notice)
        {
            // Deleting a draft deletes its notices, too.
            LogGone(queued.Id);
            return;
        }

        var to = await recipients.OfAsync(queued.Recipient, queued.Kind, cancellationToken);
        if (to.Count == 0)
        {
            LogNobody(queued.Id);
            return;
        }

        // One address that a mail server refuses doesn't keep the others from theirs.
        List<Exception> failed = [];
        foreach (var recipient in to)
        {
            try
            {
                await DeliverAsync(notice, queued, recipient, cancellationToken);
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                failed.Add(exception);
            }
        }

        if (failed.Count > 0)
        {
            throw new AggregateException($"{failed.Count} of {to.Count} recipients couldn't be told.", failed);
        }
    }

    private async Task DeliverAsync(Notice notice, QueuedNotice queued, Recipient to, CancellationToken cancellationToken)
    {
        switch (to.Delivery)
        {
            case Delivery.AtOnce:
                await post.SendAsync(letters.Write(notice, to), cancellationToken);
                break;
            case Delivery.Daily:
                await digests.AddAsync(new DigestItem(to.Name, to.Email, queued), time.GetUtcNow(), cancellationToken);
                break;
        }

        LogTold(queued.Kind, queued.Application, to.Delivery);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Notice {Notice} no longer exists, so no letter is sent")]
    private partial void LogGone(string notice);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Nobody is known to tell of notice {Notice}")]
    private partial void LogNobody(string notice);

    [LoggerMessage(Level = LogLevel.Information, Message = "Told of {Kind} of application {Application}: {Delivery}")]
    private partial void LogTold(string kind, MicroCred.Approval.ApplicationId application, Delivery delivery);
}
