using System.Diagnostics;
using MicroCred.App.Operation;
using MicroCred.App.Storage;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace MicroCred.App.Pipeline;

/// <summary>
/// Each minute makes up for acts that broke off after they were written: a person's act is never lost, it is only a minute late.
/// </summary>
internal sealed partial class Sweep(Cases cases, Worklists worklists, Steps steps, Orchestrations orchestrations, TimeProvider time, ILogger<Sweep> logger)
{
    /// <summary>An act younger than this may still be under way in another request.</summary>
    private static readonly TimeSpan UnderWay = TimeSpan.FromSeconds(50);

    /// <summary>Past this no request lives any more (the platform ends one after 230 seconds), so an act that isn't written never will be.</summary>
    private static readonly TimeSpan GivenUp = TimeSpan.FromMinutes(15);

    [Function(nameof(Sweep))]
    public async Task Run(
        [TimerTrigger("%SWEEP_SCHEDULE%", RunOnStartup = true)] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancel)
    {
        await foreach (Intent intent in worklists.Intents(cancel))
        {
            TimeSpan age = time.GetUtcNow() - intent.At;
            if (age < UnderWay)
            {
                continue;
            }

            Case? found = await cases.Find(intent.Application, cancel);
            if (found is not null && found.Application.Revision >= intent.Revision)
            {
                using Activity? span = Telemetry.Start("MakeUp");
                Trail.Follow(intent.Application, found.Trace);
                LogMakingUp(intent.Application, intent.Revision);
                await steps.Finish(found.Application, intent.Revision - 1, cancel);
                await orchestrations.Restore(client, found.Application, cancel);
            }
            else if (age < GivenUp)
            {
                continue;
            }

            await worklists.Settle(intent, cancel);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Making up for an act on application {Application} that broke off at revision {Revision}")]
    private partial void LogMakingUp(Approval.ApplicationId application, int revision);
}
