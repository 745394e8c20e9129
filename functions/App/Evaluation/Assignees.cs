using MicroCred.App.Identity;
using MicroCred.App.Storage;
using MicroCred.Approval;

namespace MicroCred.App.Evaluation;

/// <summary>Who may have a task, and who of them gets it.</summary>
internal static class Assignees
{
    /// <summary>
    /// The id of the person who gets a task: who fits best by field, then by level, and of these whose open tasks weigh least; the
    /// application's id breaks ties, so that the same state always gives the same person. Nobody gets more than their capacity; for somebody
    /// who is away their delegate stands in, where there is one who may have the task. A second review goes to somebody who worked on the
    /// evaluation only where there is nobody else. Null where there is nobody.
    /// </summary>
    /// <param name="directory">Who evaluates, registers and advises, as they are now.</param>
    /// <param name="application">The application.</param>
    /// <param name="kind">The kind of the task.</param>
    /// <param name="except">The ids of people to exclude.</param>
    /// <param name="work">Everybody's open tasks.</param>
    public static string? BestFor(
        this SectorDirectory directory,
        Application application,
        TaskKind kind,
        IReadOnlyCollection<string> except,
        OpenWork work
    )
    {
        var listed = directory.Doing(kind);
        var turn = (int)((uint)application.Id.Value.GetHashCode() % Math.Max(listed.Count, 1));
        var today = WorkingDays.DayOf(work.Now);
        List<(string Id, int Fit)> free =
        [
            .. listed
                .Skip(turn)
                .Concat(listed.Take(turn))
                .Where(person => MayTake(person.Id))
                .Select(person => (Id: directory.StandInFor(person.Id, today, MayTake), Fit: person.Profile?.FitFor(application) ?? 0))
                .Where(choice => choice.Id is not null && HasRoom(choice.Id))
                .Select(choice => (choice.Id!, choice.Fit)),
        ];
        if (kind == TaskKind.SecondReview && free.Where(choice => !Found(choice.Id)).ToList() is { Count: > 0 } fresh)
        {
            free = fresh;
        }

        return free.OrderByDescending(choice => choice.Fit).ThenBy(choice => work.WeightOf(choice.Id)).FirstOrDefault().Id;

        bool MayTake(string id) => !except.Contains(id) && directory.MayHave(id, application, kind);

        bool HasRoom(string id) => directory.ProfileOf(id)?.Capacity is not { } most || work.CountOf(id) < most;

        bool Found(string id) =>
            application.Tasks.Any(task => task.Kind == TaskKind.Evaluation && task.Findings.Any(finding => finding.By == id));
    }

    /// <summary>
    /// Who has a person's tasks on a day: themselves, or, while they are away, their delegate or that one's. Null where nobody stands in.
    /// </summary>
    /// <param name="directory">Who evaluates, registers and advises.</param>
    /// <param name="person">The person, by id.</param>
    /// <param name="day">The day, in Pacific/Auckland.</param>
    /// <param name="may">Whether somebody may stand in.</param>
    public static string? StandInFor(this SectorDirectory directory, string person, DateOnly day, Func<string, bool> may)
    {
        HashSet<string> asked = [];
        var standIn = person;
        while (directory.ProfileOf(standIn)?.AbsenceOn(day) is { } absence)
        {
            if (!asked.Add(standIn) || absence.Delegate is not { } next || !may(next))
            {
                return null;
            }

            standIn = next;
        }

        return standIn;
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
            _ when kind.IsForRegistrars() => directory.Registrars,
            _ => directory.Evaluators,
        };

    /// <summary>Whether registrars do such tasks.</summary>
    public static bool IsForRegistrars(this TaskKind kind) =>
        kind is TaskKind.Resolution or TaskKind.Reconsideration or TaskKind.ConditionFollowUp or TaskKind.EntryReview;

    /// <summary>An evaluator's profile; null for anybody else.</summary>
    public static EvaluatorProfile? ProfileOf(this SectorDirectory directory, string person) =>
        directory.Evaluators.FirstOrDefault(known => known.Id == person)?.Profile;
}
