using MicroCred.App.Identity;
using MicroCred.Approval;

namespace MicroCred.App.Evaluation;

/// <summary>Who may have a task, and which of them has the fewest open ones.</summary>
internal static class Assignees
{
    /// <summary>
    /// The id of the person with the fewest open tasks, among those who may have such a task; the application's id breaks ties. A second
    /// review goes to somebody who worked on the evaluation only where there is nobody else. Null where there is nobody.
    /// </summary>
    /// <param name="directory">Who evaluates, registers and advises.</param>
    /// <param name="application">The application.</param>
    /// <param name="kind">The kind of the task.</param>
    /// <param name="except">The id of a person to exclude; null for none.</param>
    /// <param name="openTasks">How many open tasks each assignee has, by id.</param>
    public static string? LeastBusy(
        this SectorDirectory directory,
        Application application,
        TaskKind kind,
        string? except,
        IReadOnlyDictionary<string, int> openTasks
    )
    {
        List<string> free =
        [
            .. directory.Doing(kind).Select(person => person.Id).Where(id => directory.MayHave(id, application, kind) && id != except),
        ];
        if (kind == TaskKind.SecondReview && free.Where(id => !Found(id)).ToList() is { Count: > 0 } fresh)
        {
            free = fresh;
        }

        if (free.Count == 0)
        {
            return null;
        }

        var turn = (int)((uint)application.Id.Value.GetHashCode() % free.Count);
        return free.Skip(turn).Concat(free.Take(turn)).MinBy(id => openTasks.GetValueOrDefault(id))!;

        bool Found(string id) =>
            application.Tasks.Any(task => task.Kind == TaskKind.Evaluation && task.Findings.Any(finding => finding.By == id));
    }

    /// <summary>
    /// Whether a person does such tasks, declared no interest in the provider, neither earlier nor for this application, never acted for it
    /// in this application, and hasn't decided what the task is to review or resolve.
    /// </summary>
    public static bool MayHave(this SectorDirectory directory, string id, Application application, TaskKind kind) =>
        directory.Doing(kind).Any(person => person.Id == id) && directory.MayWorkOn(id, application) && application.IsIndependent(kind, id);

    /// <summary>The people who do a kind of task.</summary>
    public static IReadOnlyList<Person> Doing(this SectorDirectory directory, TaskKind kind) =>
        kind switch
        {
            TaskKind.FundingReferral => directory.FundingAdvisers,
            TaskKind.Resolution or TaskKind.Reconsideration or TaskKind.ConditionFollowUp => directory.Registrars,
            _ => directory.Evaluators,
        };
}
