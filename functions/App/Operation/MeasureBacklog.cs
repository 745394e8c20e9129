using Azure.Storage.Queues;
using MicroCred.App.Quotas;
using MicroCred.App.Storage;
using MicroCred.App.Telemetry;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Operation;

/// <summary>
/// Each minute measures the backlog: queued, set aside, late and stuck items, and providers' use of their daily quotas. Takes two storage
/// requests for each queue, three more, and one for the oldest outbox entry whose command was written; where scans are awaited, also those
/// of <see cref="WithheldDocuments"/>.
/// </summary>
[Feature(Features.Operation)]
internal sealed class MeasureBacklog(
    Worklists worklists,
    BrokenOffCommands brokenOff,
    WithheldDocuments withheld,
    QuotaLedger quotas,
    QueueServiceClient queues,
    BacklogGauges gauges,
    TimeProvider time
)
{
    [Function(nameof(MeasureBacklog))]
    public async Task RunAsync([TimerTrigger("%SWEEP_SCHEDULE%")] TimerInfo timer, CancellationToken cancellationToken)
    {
        foreach (var queue in StorageNames.Queues)
        {
            gauges.Set(queue, await QueueDepth.OfAsync(queues, queue, cancellationToken));
        }

        await foreach ((var provider, var quota, var share) in quotas.SharesAsync(cancellationToken))
        {
            gauges.Set(provider, quota, share);
        }

        gauges.SetWithheld(await withheld.CountAsync(cancellationToken));
        gauges.Set(await worklists.BacklogAsync(cancellationToken), await brokenOff.OldestAsync(cancellationToken), time.GetUtcNow());
    }
}
