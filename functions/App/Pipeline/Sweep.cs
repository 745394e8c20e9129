using MicroCred.App.Storage;
using MicroCred.App.Telemetry;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace MicroCred.App.Pipeline;

/// <summary>
/// Each minute completes commands that were interrupted after they were written: a person's command is never lost, only a minute late.
/// </summary>
[Feature(Features.Pipeline)]
internal sealed partial class Sweep(
    IApplications applications,
    IWorklists worklists,
    TransitionWriter writer,
    Orchestrations orchestrations,
    TimeProvider time,
    ILogger<Sweep> logger
)
{
    /// <summary>
    /// No request lives longer than this (the platform ends one after 230 seconds), so a command not written by then never will be.
    /// </summary>
    private static readonly TimeSpan GivenUp = TimeSpan.FromMinutes(15);

    [Function(nameof(Sweep))]
    public async Task RunAsync(
        [TimerTrigger("%SWEEP_SCHEDULE%", RunOnStartup = true)] TimerInfo timer,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken
    )
    {
        await foreach (var entry in worklists.OutboxAsync(cancellationToken))
        {
            var age = time.GetUtcNow() - entry.At;
            if (age < BrokenOffCommands.UnderWay)
            {
                continue;
            }

            try
            {
                if (await MakeUpAsync(entry, client, cancellationToken) || age >= GivenUp)
                {
                    await worklists.RemoveFromOutboxAsync(entry, cancellationToken);
                }
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                // One failure doesn't stop the others; this one is retried in a minute.
                LogFailed(exception, entry.Application);
            }
        }
    }

    /// <returns>False where the command isn't written, or not yet.</returns>
    private async Task<bool> MakeUpAsync(OutboxEntry entry, DurableTaskClient client, CancellationToken cancellationToken)
    {
        if (
            await applications.FindAsync(entry.Application, cancellationToken) is not { } found
            || found.Application.Revision < entry.Revision
        )
        {
            return false;
        }

        using var span = AppTelemetry.Start("MakeUp");
        TraceLinks.Follow(entry.Application, found.Trace);
        LogMakingUp(entry.Application, entry.Revision);
        await writer.FollowUpAgainAsync(found.Application, entry.Revision - 1, entry.Declared, cancellationToken);
        await orchestrations.RestoreAsync(
            client,
            found.Application,
            async cancellationToken => (await applications.FindAsync(entry.Application, cancellationToken))?.Application,
            cancellationToken
        );
        return true;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A command on application {Application} couldn't be completed")]
    private partial void LogFailed(Exception exception, MicroCred.Approval.ApplicationId application);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Completing a command on application {Application} that was interrupted at revision {Revision}"
    )]
    private partial void LogMakingUp(MicroCred.Approval.ApplicationId application, int revision);
}
