using MicroCred.App.Notices;
using MicroCred.App.Storage;
using MicroCred.App.Telemetry;
using MicroCred.Approval;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace MicroCred.App.Notification;

/// <summary>
/// Sends each address one message with the notices of a day, at a settled hour. The same day's has the same id however often it is sent, and
/// what was sent is removed after it.
/// </summary>
[Feature(Features.Notification)]
internal sealed partial class SendDigests(
    Digests digests,
    Letters letters,
    ApplicationStore applications,
    IPostOffice post,
    IOptions<NotificationOptions> options,
    TimeProvider time,
    ILogger<SendDigests> logger
)
{
    [Function(nameof(SendDigests))]
    public async Task RunAsync([TimerTrigger("%SWEEP_SCHEDULE%")] TimerInfo timer, CancellationToken cancellationToken)
    {
        var hour = LastHour(time.GetUtcNow());
        await foreach (var items in digests.BeforeAsync(hour, cancellationToken))
        {
            try
            {
                await SendAsync(items, hour, cancellationToken);
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                // One address doesn't hold up the others; this one is tried again in a minute.
                LogFailed(exception, items.Count);
            }
        }
    }

    private async Task SendAsync(IReadOnlyList<DigestItem> items, DateTimeOffset hour, CancellationToken cancellationToken)
    {
        List<Notice> notices = [];
        foreach (var item in items)
        {
            var kept = await applications.NoticesSinceAsync(item.Notice.Application, item.Notice.Revision - 1, cancellationToken);
            notices.AddRange(kept.Where(item.Notice.Is).Take(1));
        }

        // Deleting a draft deletes its notices, too.
        if (notices.Count > 0)
        {
            await post.SendAsync(letters.Digest(items[0], notices, hour), cancellationToken);
        }

        foreach (var item in items)
        {
            await digests.RemoveAsync(item, cancellationToken);
        }

        LogSent(notices.Count);
    }

    /// <summary>The last time that it was the hour of digests in Auckland, in UTC.</summary>
    private DateTimeOffset LastHour(DateTimeOffset now)
    {
        var today = WorkingDays.DayOf(now);
        return HourOn(today) is var hour && hour <= now ? hour : HourOn(today.AddDays(-1));
    }

    private DateTimeOffset HourOn(DateOnly day) => WorkingDays.At(day, new TimeOnly(options.Value.DigestHour, 0));

    [LoggerMessage(Level = LogLevel.Information, Message = "Sent a digest of {Count} notices")]
    private partial void LogSent(int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "A digest of {Count} notices couldn't be sent; it is tried again in a minute")]
    private partial void LogFailed(Exception exception, int count);
}
