using System.Diagnostics;
using MicroCred.App.Operation;
using MicroCred.App.Storage;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace MicroCred.App.Pipeline;

/// <summary>
/// Each minute makes up for commands that broke off after they were written: what a person did is never lost, it is only a minute late.
/// </summary>
[Feature(Features.Pipeline)]
internal sealed partial class Sweep(
    ApplicationStore applications, Worklists worklists, TransitionWriter writer, Orchestrations orchestrations, TimeProvider time, ILogger<Sweep> logger)
{
    /// <summary>Past this no request lives any more (the platform ends one after 230 seconds), so a command that isn't written never will be.</summary>
    private static readonly TimeSpan GivenUp = TimeSpan.FromMinutes(15);

    [Function(nameof(Sweep))]
    public async Task Run(
        [TimerTrigger("%SWEEP_SCHEDULE%", RunOnStartup = true)] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancel)
    {
        await foreach (OutboxEntry entry in worklists.Outbox(cancel))
        {
            TimeSpan age = time.GetUtcNow() - entry.At;
            if (age < BrokenOffCommands.UnderWay)
            {
                continue;
            }

            try
            {
                if (await MakeUp(entry, client, cancel) || age >= GivenUp)
                {
                    await worklists.RemoveFromOutbox(entry, cancel);
                }
            }
            catch (Exception exception) when (!cancel.IsCancellationRequested)
            {
                // It holds up no other, and its turn comes again in a minute.
                LogFailed(exception, entry.Application);
            }
        }
    }

    /// <returns>False where the command isn't written, or not yet.</returns>
    private async Task<bool> MakeUp(OutboxEntry entry, DurableTaskClient client, CancellationToken cancel)
    {
        if (await applications.Find(entry.Application, cancel) is not { } found || found.Application.Revision < entry.Revision)
        {
            return false;
        }

        using Activity? span = Telemetry.Start("MakeUp");
        Trail.Follow(entry.Application, found.Trace);
        LogMakingUp(entry.Application, entry.Revision);
        await writer.FollowUpAgain(found.Application, entry.Revision - 1, cancel);
        await orchestrations.Restore(client, found.Application, async stop => (await applications.Find(entry.Application, stop))?.Application, cancel);
        return true;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A command on application {Application} couldn't be made up for")]
    private partial void LogFailed(Exception exception, Approval.ApplicationId application);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Making up for a command on application {Application} that broke off at revision {Revision}")]
    private partial void LogMakingUp(Approval.ApplicationId application, int revision);
}
