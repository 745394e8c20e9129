using MicroCred.Approval;
using MicroCred.Peer.Storage;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.Peer.Activities;

/// <summary>Runs the funding tests and writes their result.</summary>
/// <remarks>
/// ProcessPaymentActivity in Azure-Samples/Durable-Task-Scheduler, samples/durable-functions/dotnet/Saga/Activities/PaymentActivities.cs.
/// </remarks>
internal sealed class AssessFunding(Applications applications)
{
    [Function(nameof(AssessFunding))]
    public async Task<Application> RunAsync([ActivityTrigger] Application approved, CancellationToken cancellationToken)
    {
        FundingSettings settings = new();
        var assessment = FundingRules.Assess(approved, approved.Decision, settings);
        return await applications.SaveAsync(
            approved,
            approved.AssessFunding(assessment, "funding-adviser", settings, DateTimeOffset.UtcNow).Demand(),
            cancellationToken
        );
    }
}
