using MicroCred.Approval;
using MicroCred.Peer.Storage;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.Peer.Activities;

/// <summary>Runs the rules and writes their findings: a step that can refuse.</summary>
/// <remarks>
/// ReserveInventoryActivity in Azure-Samples/Durable-Task-Scheduler,
/// samples/durable-functions/dotnet/Saga/Activities/InventoryActivities.cs.
/// </remarks>
internal sealed class ValidateApplication(Applications applications)
{
    [Function(nameof(ValidateApplication))]
    public async Task<Application> RunAsync([ActivityTrigger] Application submitted, CancellationToken cancellationToken)
    {
        var findings = Validator.Run(new SubmittedApplication(submitted, RuleEditions.Default, RegisterContext.Nothing));
        return await applications.SaveAsync(
            submitted,
            submitted.RecordValidation(findings, new EvaluationSettings(), DateTimeOffset.UtcNow).Demand(),
            cancellationToken
        );
    }
}
