using MicroCred.Approval;
using MicroCred.Peer.Storage;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.Peer.Activities;

/// <summary>Runs the rules and writes what they find. The Saga's ReserveInventoryActivity: a step that can say no.</summary>
internal sealed class ValidateApplication(Applications applications)
{
    [Function(nameof(ValidateApplication))]
    public async Task<Application> Run([ActivityTrigger] Application submitted, CancellationToken cancel)
    {
        IReadOnlyList<Finding> findings = Validator.Run(new Submission(submitted, RuleEditions.Default, RegisterContext.Nothing));
        return await applications.Save(
            submitted, submitted.RecordValidation(findings, new EvaluationSettings(), DateTimeOffset.UtcNow).Demand(), cancel);
    }
}
