using MicroCred.App.Identity;
using MicroCred.App.Storage;

namespace MicroCred.Simulation.RandomPeople;

/// <summary>Tells when a profile may have changed.</summary>
internal sealed class WatchedEvaluators(IEvaluators evaluators, Action changed) : IEvaluators
{
    public Task<SectorDirectory> NowAsync(CancellationToken cancellationToken) => evaluators.NowAsync(cancellationToken);

    public async Task ChangeAsync(string evaluator, Func<EvaluatorProfile, EvaluatorProfile?> change, CancellationToken cancellationToken)
    {
        await evaluators.ChangeAsync(evaluator, change, cancellationToken);
        changed();
    }
}
