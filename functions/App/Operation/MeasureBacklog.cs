using Azure.Storage.Queues;
using MicroCred.App.Quotas;
using MicroCred.App.Storage;
using MicroCred.Approval;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Operation;

/// <summary>
/// Each minute measures what waits, what was set aside, what is late, what is stuck and what providers used of their day. Two storage requests
/// a queue, three, and one for the oldest of the outbox that was written; where scans are waited for, what <see cref="WithheldDocuments"/> takes.
/// </summary>
[Feature(Features.Operation)]
internal sealed class MeasureBacklog(
    Worklists worklists,
    BrokenOffCommands brokenOff,
    WithheldDocuments withheld,
    QuotaLedger quotas,
    QueueServiceClient queues,
    BacklogGauges gauges,
    TimeProvider time)
{
    [Function(nameof(MeasureBacklog))]
    public async Task Run([TimerTrigger("%SWEEP_SCHEDULE%")] TimerInfo timer, CancellationToken cancel)
    {
        foreach (string queue in Names.Queues)
        {
            gauges.Set(queue, await QueueDepth.Of(queues, queue, cancel));
        }

        await foreach ((ProviderNumber provider, Quota quota, double share) in quotas.Shares(cancel))
        {
            gauges.Set(provider, quota, share);
        }

        gauges.SetWithheld(await withheld.Count(cancel));
        gauges.Set(await worklists.Backlog(cancel), await brokenOff.Oldest(cancel), time.GetUtcNow());
    }
}
