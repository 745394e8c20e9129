using MicroCred.App.Operation;
using MicroCred.App.Storage;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace MicroCred.App.Notification;

/// <summary>Writes the letter for a notice and sends it. What can't be sent is tried again, and set aside for a person after five tries.</summary>
internal sealed partial class SendNotification(Letters letters, ApplicationStore applications, IPostOffice post, ILogger<SendNotification> logger)
{
    [Function(nameof(SendNotification))]
    public async Task Run([QueueTrigger(Names.NotificationsQueue)] Notice notice, CancellationToken cancel)
    {
        Trail.Follow(notice.Application, notice.TraceParent);
        if (letters.Write(await Whole(notice, cancel)) is not { } letter)
        {
            LogNobody(notice.Id);
            return;
        }

        await post.Send(letter, cancel);
        LogSent(notice.Kind, notice.Application);
    }

    private async Task<Notice> Whole(Notice notice, CancellationToken cancel) => notice.Facts is not null
        ? notice
        : (await applications.NoticesSince(notice.Application, 0, cancel)).First(kept => kept.Id == notice.Id);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Nobody is known to tell of notice {Notice}")]
    private partial void LogNobody(string notice);

    [LoggerMessage(Level = LogLevel.Information, Message = "Told of {Kind} of application {Application}")]
    private partial void LogSent(NoticeKind kind, Approval.ApplicationId application);
}
