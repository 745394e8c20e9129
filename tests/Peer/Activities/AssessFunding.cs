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
        HeldFund[] held = [new(Fund.Dq1To2, 2019), new(Fund.Dq3To7, 2019)];
        var today = WorkingDays.DayOf(DateTimeOffset.UtcNow);
        var assessment = FundingRules.Assess(new(approved, approved.Decision, held, settings, today));
        return await applications.SaveAsync(
            approved,
            approved.AssessFunding(assessment, "funding-adviser", settings, DateTimeOffset.UtcNow).Demand(),
            cancellationToken
        );
    }
}
