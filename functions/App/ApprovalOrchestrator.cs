using MicroCred.App.Evaluation;
using MicroCred.App.Funding;
using MicroCred.App.Pipeline;
using MicroCred.App.Publication;
using MicroCred.App.Telemetry;
using MicroCred.App.Validation;
using MicroCred.Approval;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace MicroCred.App;

/// <summary>
/// The way of one application from its submission to the register. The instance's id is the application's, so there is never a second.
/// Started anew it finds from the application's own state where to go on. One that goes back to its provider while it is evaluated begins
/// again.
/// </summary>
[Feature(Features.Pipeline)]
internal static class ApprovalOrchestrator
{
    [Function(Orchestration.Name)]
    public static async Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context, Position position)
    {
        Orchestration orchestration = new(context);
        do
        {
            position = await orchestration.ValidateAsync(position);
            position = await orchestration.EvaluateAsync(position);
        } while (position.Stage is Stage.Correction or Stage.Validation or Stage.Assignment);

        position = await orchestration.AssessFundingAsync(position);
        await orchestration.PublishAsync(position);
    }
}
