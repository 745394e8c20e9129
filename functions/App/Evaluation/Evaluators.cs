using MicroCred.App.Identity;
using MicroCred.App.Storage;
using MicroCred.Approval;

namespace MicroCred.App.Evaluation;

/// <summary>Who may evaluate an application, and who of them has the least to do.</summary>
internal sealed class Evaluators(SectorDirectory directory, Worklists worklists)
{
    /// <summary>
    /// The id of the evaluator with the fewest open tasks, among those without an interest in the provider; of equals the one whose turn
    /// the application's id makes it. Where there is none, a registrar, who can give it to somebody.
    /// </summary>
    public async Task<string> LeastBusy(Application application, string? except, CancellationToken cancel)
    {
        IReadOnlyList<string> free =
        [
            .. directory.Evaluators.Where(evaluator => MayEvaluate(evaluator.Id, application) && evaluator.Id != except).Select(evaluator => evaluator.Id),
        ];
        if (free.Count == 0)
        {
            return directory.Registrars[0].Id;
        }

        IReadOnlyDictionary<string, int> open = await worklists.OpenTasks(cancel);
        int turn = (int)((uint)application.Id.Value.GetHashCode() % free.Count);
        return free.Skip(turn).Concat(free.Take(turn)).MinBy(id => open.GetValueOrDefault(id))!;
    }

    /// <summary>Whether the person is an evaluator who declared no interest in the provider, neither before nor with this application.</summary>
    public bool MayEvaluate(string id, Application application) =>
        directory.Evaluators.Any(evaluator => evaluator.Id == id && !evaluator.Interests.Contains(application.Provider.Number))
        && !application.Conflicted.Contains(id);
}
