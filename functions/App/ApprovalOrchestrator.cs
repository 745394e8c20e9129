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
/// Runs one application from submission to the register. The instance id is the application's id, so there is never a second instance. A
/// restarted instance resumes from the application's own state. An application that is returned to its provider during evaluation starts
/// again from validation.
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
        position = await orchestration.PublishAsync(position);
        await orchestration.SettleFundingAsync(position);
    }
}
