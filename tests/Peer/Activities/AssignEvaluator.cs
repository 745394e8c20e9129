using MicroCred.Approval;
using MicroCred.Peer.Storage;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.Peer.Activities;

/// <summary>Assigns the application to the only evaluator.</summary>
/// <remarks>
/// A_RequestOrderApproval in markheath/durable-functions-ecommerce-sample,
/// DurableECommerceWorkflowIsolated/Functions/ActivityFunctions.cs, where one setting names the approver.
/// </remarks>
internal sealed class AssignEvaluator(Applications applications)
{
    public const string Evaluator = "evaluator-1";

    [Function(nameof(AssignEvaluator))]
    public async Task<Application> RunAsync([ActivityTrigger] Application valid, CancellationToken cancellationToken) =>
        await applications.SaveAsync(
            valid,
            valid.Assign(Evaluator, new EvaluationSettings(), DateTimeOffset.UtcNow).Demand(),
            cancellationToken
        );
}
