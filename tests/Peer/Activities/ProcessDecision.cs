using MicroCred.Approval;
using MicroCred.Peer.Storage;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.Peer.Activities;

/// <summary>Writes the decision. It reads the application again, because findings were recorded while the orchestration waited.</summary>
/// <remarks>ProcessApproval in Azure/azure-functions-powershell-worker,
/// examples/durable/DurableApp/HumanInteractionOrchestrator/run.ps1.</remarks>
internal sealed class ProcessDecision(Applications applications)
{
    [Function(nameof(ProcessDecision))]
    public async Task<Application> RunAsync([ActivityTrigger] Verdict verdict, CancellationToken cancellationToken)
    {
        var evaluated = await applications.FindAsync(verdict.Application, cancellationToken)
            ?? throw new InvalidOperationException($"There is no application {verdict.Application}.");
        if (evaluated.Decision is not null)
        {
            // An earlier try wrote it but didn't finish.
            return evaluated;
        }

        Actor evaluator = new(AssignEvaluator.Evaluator, "Evaluator", ActorKind.Evaluator);
        return await applications.SaveAsync(
            evaluated,
            evaluated
                .Decide(
                    evaluated.Tasks[^1].Id,
                    verdict.Outcome,
                    verdict.Reasons,
                    verdict.Conditions,
                    next: null,
                    new(),
                    evaluator,
                    DateTimeOffset.UtcNow
                )
                .Demand(),
            cancellationToken
        );
    }
}

/// <summary>The evaluator's decision.</summary>
internal sealed record Verdict(ApplicationId Application, DecisionOutcome Outcome, string Reasons, IReadOnlyList<Condition> Conditions);
