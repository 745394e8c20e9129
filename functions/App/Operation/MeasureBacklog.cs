using Azure.Storage.Queues;
using MicroCred.App.Storage;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Operation;

/// <summary>Each minute measures what waits, what was set aside, what is late and what is stuck. Two storage requests a queue, two, and one for the oldest of the outbox that was written.</summary>
internal sealed class MeasureBacklog(
    Worklists worklists, BrokenOffCommands brokenOff, QueueServiceClient queues, BacklogGauges gauges, TimeProvider time)
{
    [Function(nameof(MeasureBacklog))]
    public async Task Run([TimerTrigger("%SWEEP_SCHEDULE%")] TimerInfo timer, CancellationToken cancel)
    {
        foreach (string queue in Names.Queues)
        {
            gauges.Set(queue, await QueueDepth.Of(queues, queue, cancel));
        }

        gauges.Set(await worklists.Backlog(cancel), await brokenOff.Oldest(cancel), time.GetUtcNow());
    }
}
