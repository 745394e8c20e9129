using MicroCred.App.Evaluation;
using MicroCred.App.Identity;
using MicroCred.App.Storage;

namespace MicroCred.Simulation.RandomPeople;

/// <summary>
/// Every application under way names whom it waits for: its provider, or the person who has the task; an organisation only while nobody there
/// may have it. What waits for the system itself is gone when all due work is done.
/// </summary>
/// <param name="staffing">Who may be given tasks, as they are now.</param>
internal sealed class EverybodyWaitsForSomebody(Func<(SectorDirectory Directory, OpenWork Work)> staffing) : Invariant
{
    /// <summary>What an engine's faults may delay.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromHours(2);

    public override void AtRest(Application application, DateTimeOffset now)
    {
        if (application.IsClosed)
        {
            if (application.WaitingFor is { } still)
            {
                Broken(application.Id, $"It has ended, and waits for {still.Who}.");
            }
        }
        else if (application.IsSystemsTurn)
        {
            // Just now; that it doesn't stay so is looked at below.
        }
        else if (application.WaitingFor is not { Due: not null } waiting || application.WaitingForAsToldToProvider is not { Due: not null })
        {
            Broken(application.Id, $"Nobody is waited for in {application.Stage}.");
        }
        else
        {
            Named(application, waiting);
        }
    }

    public override void AfterMoves(Application application, DateTimeOffset now)
    {
        if (application is { IsClosed: false, IsSystemsTurn: true, Entered: { At: var since } } && now - since > Slack)
        {
            Broken(application.Id, $"It waits for the system in {application.Stage}.");
        }

        foreach (var task in application.Tasks.Where(task => task is { IsOpen: true, Assignee: null }))
        {
            var (directory, work) = staffing();
            if (directory.Doing(task.Kind).FirstOrDefault(person => IsFree(person, application, task, work, now)) is { } free)
            {
                Broken(application.Id, $"Nobody has task {task.Id.Ordinal}, and {free.Id} may have it.");
            }
        }
    }

    private void Named(Application application, WaitingFor waiting)
    {
        var task = application.Tasks.FirstOrDefault(task => task.IsOpen && task.Kind != TaskKind.ConditionFollowUp);
        var who =
            application.Stage is Stage.Correction or Stage.Information ? application.Provider.Name
            : task?.Assignee is { } assignee ? assignee
            : application.Stage is Stage.Funding ? "TEC"
            : "NZQA";
        if (waiting.Who != who || (task is null && who is "TEC" or "NZQA"))
        {
            Broken(application.Id, $"In {application.Stage} it waits for {waiting.Who}, not for {who}.");
        }
    }

    /// <summary>Somebody who stands in for others isn't counted.</summary>
    private static bool IsFree(Person person, Application application, EvaluationTask task, OpenWork work, DateTimeOffset now) =>
        !person.Interests.Contains(application.Provider.Number)
        && !application.Conflicted.Contains(person.Id)
        && !task.GaveUp.Contains(person.Id)
        && application.Tasks.All(done => done.Decision?.By.Id != person.Id || task.Kind is TaskKind.Evaluation or TaskKind.FundingReferral)
        && person.Profile?.Absences.Any(away => away.From <= OwnCalendar.DayOf(now) && OwnCalendar.DayOf(now) <= away.To) != true
        && (person.Profile?.Capacity is not { } most || work.Tasks.Count(held => held.Assignee == person.Id) < most);
}
