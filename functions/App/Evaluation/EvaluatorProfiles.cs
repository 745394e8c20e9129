using MicroCred.App.Http;
using MicroCred.App.Identity;
using MicroCred.App.Storage;
using MicroCred.Approval;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace MicroCred.App.Evaluation;

/// <summary>Reads and changes evaluators' profiles for whoever asks: a registrar everybody's, an evaluator their own.</summary>
internal sealed partial class EvaluatorProfiles(
    IEvaluators store,
    Staffing staffing,
    SectorDirectory directory,
    TaskMover mover,
    TimeProvider time,
    ILogger<EvaluatorProfiles> logger
)
{
    private static Refusal Moved { get; } = new(RefusalKind.WrongState, "It has changed since you read it.", []);

    /// <summary>The evaluators that the caller may see, by id. Two storage requests.</summary>
    public async Task<IReadOnlyList<EvaluatorView>> ListAsync(Caller caller, CancellationToken cancellationToken)
    {
        var (people, work) = await staffing.AtAsync(time.GetUtcNow(), cancellationToken);
        return
        [
            .. people
                .Evaluators.Where(person => caller.Is(Role.Registrar) || person.Id == caller.Actor.Id)
                .OrderBy(person => person.Id, StringComparer.Ordinal)
                .Select(person => EvaluatorView.Of(person, work.CountOf(person.Id))),
        ];
    }

    /// <summary>An evaluator whom the caller may change. Two storage requests.</summary>
    /// <exception cref="ProblemException">404 where a registrar asks for nobody, 403 where an evaluator asks for somebody else.</exception>
    public async Task<EvaluatorView> FindAsync(string id, Caller caller, CancellationToken cancellationToken) =>
        (await ListAsync(caller, cancellationToken)).FirstOrDefault(view => view.Id == PersonId.Of(id))
        ?? throw new ProblemException(caller.Is(Role.Registrar) ? Problem.NotFound : Problem.WrongRole);

    /// <summary>
    /// Changes an evaluator's profile, and moves the tasks that can't stay where they are by it. Refused as invalid where it breaks a rule,
    /// as in the wrong state where it isn't as the caller read it.
    /// </summary>
    /// <param name="id">Whose: somebody whom the caller may change.</param>
    /// <param name="changes">What changes.</param>
    /// <param name="caller">Who asks for it.</param>
    /// <param name="isExpected">Whether a tag is one that the caller read; null where that doesn't matter.</param>
    /// <param name="client">Tells the orchestrations.</param>
    /// <param name="cancellationToken">Cancels what isn't written yet.</param>
    /// <exception cref="ProblemException">403 where only a registrar may change that.</exception>
    public async Task<Outcome<EvaluatorView>> ChangeAsync(
        string id,
        EvaluatorChanges changes,
        Caller caller,
        Func<string, bool>? isExpected,
        DurableTaskClient client,
        CancellationToken cancellationToken
    )
    {
        if (changes.NeedsRegistrar && !caller.Is(Role.Registrar))
        {
            throw new ProblemException(Problem.WrongRole);
        }

        Refusal? refusal = null;
        await store.ChangeAsync(
            id,
            profile =>
            {
                var changed = changes.Applied(profile);
                refusal = isExpected?.Invoke(EvaluatorView.TagOf(profile)) == false ? Moved : Refuse(id, profile, changed);
                return refusal is null ? changed : null;
            },
            cancellationToken
        );
        if (refusal is not null)
        {
            return refusal;
        }

        LogChanged(id, caller.Actor.Id);
        await mover.MoveAsync(client, CancellationToken.None);
        return await FindAsync(id, caller, CancellationToken.None);
    }

    /// <summary>What was right when it was said, such as a provider that is gone since, doesn't stand in the way.</summary>
    private Refusal? Refuse(string id, EvaluatorProfile before, EvaluatorProfile changed) =>
        Faults(id, changed).Except(Faults(id, before)).ToList() is { Count: > 0 } faults ? Refusal.Invalid(faults) : null;

    private IReadOnlyList<Finding> Faults(string id, EvaluatorProfile changed) =>
        TextFaults.In(changed) is { Count: > 0 } faults
            ? faults
            : changed.FaultsIn(id, [.. directory.Evaluators.Select(known => known.Id)], directory.Providers);

    [LoggerMessage(Level = LogLevel.Information, Message = "The profile of evaluator {Evaluator} was changed by {By}")]
    private partial void LogChanged(string evaluator, string by);
}
