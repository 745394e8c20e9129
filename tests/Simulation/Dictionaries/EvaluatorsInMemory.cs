using MicroCred.App.Identity;
using MicroCred.App.Storage;

namespace MicroCred.Simulation.Dictionaries;

/// <summary>Evaluators' profiles in a dictionary.</summary>
internal sealed class EvaluatorsInMemory(SectorDirectory listed) : IEvaluators
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, EvaluatorProfile> _profiles = [];
    private SectorDirectory _now = listed.With(new Dictionary<string, EvaluatorProfile>());

    public Task<SectorDirectory> NowAsync(CancellationToken cancellationToken) => Task.FromResult(_now);

    public Task ChangeAsync(string evaluator, Func<EvaluatorProfile, EvaluatorProfile?> change, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (
                _now.Evaluators.FirstOrDefault(known => known.Id == evaluator) is { Profile: { } profile }
                && change(profile) is { } changed
            )
            {
                _profiles[evaluator] = changed;
                _now = _now.With(_profiles);
            }
        }

        return Task.CompletedTask;
    }
}
