using MicroCred.App.Evaluation;
using MicroCred.App.Funding;
using MicroCred.App.Pipeline;
using MicroCred.App.Publication;
using MicroCred.App.Telemetry;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace MicroCred.App;

/// <summary>
/// Runs one declined application from the request to reconsider it to the end: declined still, or on the register. A decline is
/// reconsidered once, so there is never a second instance.
/// </summary>
[Feature(Features.Pipeline)]
internal static class ReconsiderationOrchestrator
{
    [Function(Orchestration.ReconsiderationName)]
    public static async Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context, Position position)
    {
        Orchestration orchestration = new(context);
        position = await orchestration.ReconsiderAsync(position);
        position = await orchestration.AssessFundingAsync(position);
        await orchestration.PublishAsync(position);
    }
}
