using MicroCred.App.Pipeline;
using MicroCred.App.Settings;
using MicroCred.App.Storage;
using MicroCred.Approval;

namespace MicroCred.App.Evaluation;

/// <summary>
/// Gives a valid application to the evaluator who fits best and has no interest in its provider; if there is none, tells the registrars.
/// </summary>
internal sealed class Assignment(Staffing staffing, RuleSettings rules)
{
    /// <summary>Gives an application that is valid as it is stored. Two storage requests.</summary>
    public Task<Transition> GiveAsync(Application valid, DateTimeOffset now, CancellationToken cancellationToken) =>
        GiveAsync(valid, assignee => valid.Assign(assignee, rules.Evaluation, now), now, cancellationToken);

    /// <summary>Gives an application that was just found valid; both are written as one. Two storage requests.</summary>
    /// <param name="valid">The change that records that it is valid.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public Task<Transition> GiveAsync(Change valid, DateTimeOffset now, CancellationToken cancellationToken) =>
        GiveAsync(
            valid.Application,
            assignee => ((Outcome<Change>)valid).Then(application => application.Assign(assignee, rules.Evaluation, now)),
            now,
            cancellationToken
        );

    private async Task<Transition> GiveAsync(
        Application valid,
        Func<string?, Outcome<Change>> assign,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var (directory, work) = await staffing.AtAsync(now, cancellationToken);
        var assigned = assign(directory.BestFor(valid, TaskKind.Evaluation, except: [], work)).OrThrow();
        return new Transition(assigned, Reassignment.NoticesOfNew(assigned.Application, directory));
    }
}
