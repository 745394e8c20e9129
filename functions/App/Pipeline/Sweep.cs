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

            StoredApplication? found = await applications.Find(entry.Application, cancel);
            if (found is not null && found.Application.Revision >= entry.Revision)
            {
                using Activity? span = Telemetry.Start("MakeUp");
                Trail.Follow(entry.Application, found.Trace);
                LogMakingUp(entry.Application, entry.Revision);
                await writer.FollowUpAgain(found.Application, entry.Revision - 1, cancel);
                await orchestrations.Restore(client, found.Application, cancel);
            }
            else if (age < GivenUp)
            {
                continue;
            }

            await worklists.RemoveFromOutbox(entry, cancel);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Making up for a command on application {Application} that broke off at revision {Revision}")]
    private partial void LogMakingUp(Approval.ApplicationId application, int revision);
}
