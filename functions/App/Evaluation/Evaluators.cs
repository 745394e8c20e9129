using MicroCred.App.Identity;
using MicroCred.Approval;

namespace MicroCred.App.Evaluation;

/// <summary>Who may evaluate an application, and which of them has the fewest open tasks.</summary>
internal static class Evaluators
{
    /// <summary>
    /// The id of the evaluator with the fewest open tasks, among those without an interest in the provider; the application's id breaks
    /// ties. Null where there is none.
    /// </summary>
    /// <param name="directory">Who evaluates and registers.</param>
    /// <param name="application">The application.</param>
    /// <param name="except">The id of a person to exclude; null for none.</param>
    /// <param name="openTasks">How many open tasks each assignee has, by id.</param>
    public static string? LeastBusy(
        this SectorDirectory directory,
        Application application,
        string? except,
        IReadOnlyDictionary<string, int> openTasks
    )
    {
        IReadOnlyList<string> free =
        [
            .. directory.Evaluators.Select(evaluator => evaluator.Id).Where(id => directory.MayEvaluate(id, application) && id != except),
        ];
        if (free.Count == 0)
        {
            return null;
        }

        var turn = (int)((uint)application.Id.Value.GetHashCode() % free.Count);
        return free.Skip(turn).Concat(free.Take(turn)).MinBy(id => openTasks.GetValueOrDefault(id))!;
    }

    /// <summary>
    /// Whether the person is an evaluator who declared no interest in the provider, neither earlier nor for this application, and never
    /// acted for it in this application.
    /// </summary>
    public static bool MayEvaluate(this SectorDirectory directory, string id, Application application) =>
        directory.Evaluators.Any(evaluator => evaluator.Id == id) && directory.MayWorkOn(id, application);
}
