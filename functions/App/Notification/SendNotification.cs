using MicroCred.App.Storage;
using MicroCred.App.Telemetry;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace MicroCred.App.Notification;

/// <summary>Reads a notice, writes its letter and sends it. A failed one is retried, and set aside for a person after five tries.</summary>
[Feature(Features.Notification)]
internal sealed partial class SendNotification(
    Letters letters,
    ApplicationStore applications,
    IPostOffice post,
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

        if (letters.Write(notice) is not { } letter)
        {
            LogNobody(queued.Id);
            return;
        }

        await post.SendAsync(letter, cancellationToken);
        LogSent(queued.Kind, queued.Application);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Notice {Notice} no longer exists, so no letter is sent")]
    private partial void LogGone(string notice);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Nobody is known to tell of notice {Notice}")]
    private partial void LogNobody(string notice);

    [LoggerMessage(Level = LogLevel.Information, Message = "Told of {Kind} of application {Application}")]
    private partial void LogSent(string kind, MicroCred.Approval.ApplicationId application);
}
