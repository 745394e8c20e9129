using MicroCred.App.Identity;
using MicroCred.Approval;

namespace MicroCred.App.Storage;

/// <summary>
/// What evaluators are fit and free for, and which providers they declared an interest in. <see cref="EvaluatorStore"/> keeps it in a table.
/// </summary>
internal interface IEvaluators
{
    /// <summary>The directory with the evaluators' profiles as they are now.</summary>
    Task<SectorDirectory> NowAsync(CancellationToken cancellationToken);

    /// <summary>Changes an evaluator's profile; nothing where there is no such evaluator.</summary>
    /// <param name="evaluator">Whose, by id.</param>
    /// <param name="change">Makes the new profile of the present one; null writes nothing. Asked again where another was faster.</param>
    /// <param name="cancellationToken">Cancels what isn't written yet.</param>
    /// <exception cref="ConcurrentChangeException">Others were faster time after time; nothing is written.</exception>
    Task ChangeAsync(string evaluator, Func<EvaluatorProfile, EvaluatorProfile?> change, CancellationToken cancellationToken);

    /// <summary>
    /// Adds a provider to an evaluator's declared interests; nothing where it is among them, or the person isn't an evaluator.
    /// </summary>
    Task DeclareAsync(string person, ProviderNumber provider, CancellationToken cancellationToken) =>
        ChangeAsync(
            person,
            profile => profile.Interests.Contains(provider) ? null : profile with { Interests = [.. profile.Interests, provider] },
            cancellationToken
        );
}
