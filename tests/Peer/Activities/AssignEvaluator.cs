using MicroCred.Approval;
using MicroCred.Peer.Storage;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.Peer.Activities;

/// <summary>Gives the application to an evaluator. The e-commerce sample's A_RequestOrderApproval, where the approver is a setting too.</summary>
internal sealed class AssignEvaluator(Applications applications)
{
    public const string Evaluator = "evaluator-1";

    [Function(nameof(AssignEvaluator))]
    public async Task<Application> Run([ActivityTrigger] Application valid, CancellationToken cancel) =>
        await applications.Save(valid, valid.Assign(Evaluator, new EvaluationSettings(), DateTimeOffset.UtcNow).Demand(), cancel);
}
