using MicroCred.App.Commands;
using MicroCred.App.Identity;
using MicroCred.App.Pipeline;
using MicroCred.App.Register;
using MicroCred.App.Storage;
using MicroCred.App.Telemetry;
using MicroCred.Approval;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace MicroCred.App.Reviews;

/// <summary>
/// Each night goes through the register: begins to tell of the reviews that are near, and discontinues entries whose last day to finish is
/// over. What a night left out, the next one does.
/// </summary>
[Feature(Features.Reviews)]
internal sealed partial class WatchEntries(
    RegisterIndex index,
    Listings listings,
    ApplicationStore applications,
    CommandRunner commands,
    TimeProvider time,
    ILogger<WatchEntries> logger
)
{
    /// <exception cref="InvalidOperationException">Some entries couldn't be seen to; the others were.</exception>
    [Function(nameof(WatchEntries))]
    public async Task RunAsync(
        [TimerTrigger("%RECONCILE_SCHEDULE%")] TimerInfo timer,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken
    )
    {
        var today = WorkingDays.DayOf(time.GetUtcNow());
        var failed = 0;
        foreach (var entry in await index.AllAsync(cancellationToken))
        {
            try
            {
                await SeeToAsync(entry, today, client, cancellationToken);
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                failed++;
                LogFailed(exception, entry.Number);
            }
        }

        if (failed > 0)
        {
            throw new InvalidOperationException($"{failed} entries couldn't be seen to.");
        }
    }

    private async Task SeeToAsync(RegisterEntry entry, DateOnly today, DurableTaskClient client, CancellationToken cancellationToken)
    {
        if (entry is { Status: RegisterStatus.Expiring, LastAchievement: { } last } && last < today)
        {
            if (await ListingAsync(entry, cancellationToken) is { } expired)
            {
                // Refused where somebody was quicker.
                await commands.ChangeAsync(new EndExpiredEntry(expired), Caller.System, CommandOptions.None, client, cancellationToken);
            }
        }
        else if (
            entry.Status is RegisterStatus.Current
            && ReviewNotices.AreDue(entry.ReviewDue, today)
            && await ListingAsync(entry, cancellationToken) is { } listing
            && ReviewWatch.InstanceOf(listing, entry.ReviewDue) is var instance
            && await client.GetInstanceAsync(instance, cancellationToken) is null
            && await applications.FindAsync(listing, cancellationToken) is { Application: var application }
        )
        {
            await client.ScheduleNewOrchestrationInstanceAsync(
                EntryReviewOrchestrator.Name,
                new ReviewWatch(listing, application.Revision, entry.ReviewDue),
                Orchestrations.Once(instance),
                cancellationToken
            );
        }
    }

    private async Task<ApplicationId?> ListingAsync(RegisterEntry entry, CancellationToken cancellationToken) =>
        await listings.FindListedAsync(entry.Number, cancellationToken) is { } listed
            ? await listings.TakeUpAsync(listed, cancellationToken)
            : null;

    [LoggerMessage(Level = LogLevel.Error, Message = "Entry {Number} of the register couldn't be seen to")]
    private partial void LogFailed(Exception exception, int number);
}
