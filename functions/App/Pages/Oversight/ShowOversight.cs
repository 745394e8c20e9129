using MicroCred.App.Commands;
using MicroCred.App.Identity;
using MicroCred.App.Operation;
using MicroCred.App.Pages.Tasks;
using MicroCred.App.Storage;
using MicroCred.App.Telemetry;
using MicroCred.Approval;
using MicroCred.Portal;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace MicroCred.App.Pages.Oversight;

/// <summary>
/// What a registrar has to see to. Takes a storage request for each thousand lines under way, twice over, those of
/// <see cref="Worklists.EndedSinceAsync"/>, and as many lookups as there may be at most of what is stuck.
/// </summary>
[Feature(Features.Pages)]
internal sealed class ShowOversight(
    Worklists worklists,
    StuckApplications stuck,
    SectorDirectory directory,
    CallersTasks tasks,
    CallersPages pages,
    CurrentUser user,
    TimeProvider time,
    ApplicationReader reader
)
{
    private const int MostLookups = 20;
    private const int MonthsShown = 12;

    [Function(nameof(ShowOversight)), Allow(Role.Registrar)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "oversight")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken
    )
    {
        var today = WorkingDays.DayOf(time.GetUtcNow());
        var months = Enumerable
            .Range(1 - MonthsShown, MonthsShown)
            .Select(back => new DateOnly(today.Year, today.Month, 1).AddMonths(back))
            .ToList();
        var opening = worklists.OpenTasksForAsync(user.Caller, cancellationToken);
        var ending = worklists.EndedSinceAsync(WorkingDays.EndOf(months[0].AddDays(-1)), cancellationToken);
        var backlog = await worklists.BacklogAsync(cancellationToken);
        var looking = stuck.FindAsync(client, backlog, MostLookups, cancellationToken);
        await Task.WhenAll(opening, ending, looking);
        var (open, ended) = (await opening, await ending);
        List<StuckApplication> notMoving = [];
        foreach (var one in await looking)
        {
            // An interest keeps from these, too; there are hardly ever any.
            if (await reader.FindAsync(one.Id, user.Caller, cancellationToken) is not null)
            {
                notMoving.Add(one);
            }
        }

        var standStill = backlog.StandingStill;
        IReadOnlyList<TaskLine> lines =
        [
            .. open.Select(task => tasks.LineOf(task, TaskPart.Others, standStill.Contains(task.Id.Application), leadsToApplication: true))
                .OrderByDescending(line => line.IsUrgent)
                .ThenBy(line => line.Due),
        ];
        var underway = backlog.Applications;
        var decided = ended.Select(one => one.Decision).OfType<DecidedApplication>().ToList();
        return await pages.ShowAsync(
            request,
            new OversightModel(
                [.. notMoving.Select(LineOf)],
                underway.Count <= MostLookups,
                [.. lines.Where(line => line.IsOverdue)],
                [.. lines.Where(line => line.Assignee is null)],
                [
                    .. directory
                        .Evaluators.Concat(directory.Registrars)
                        .Concat(directory.FundingAdvisers)
                        .Select(person => (person.Name, backlog.OpenTasksOf(person.Id))),
                ],
                [
                    .. underway
                        .Select(line => line.Entered)
                        .OfType<StageEntry>()
                        .GroupBy(entered => entered.Stage)
                        .OrderBy(group => group.Key)
                        .Select(group => (group.Key, DayFigures.Of(group.Select(entered => DaysBetween(entered.At, today))))),
                ],
                [
                    .. ended
                        .SelectMany(one => one.Stages?.Days ?? [])
                        .GroupBy(stage => stage.Stage, stage => stage.Days)
                        .OrderBy(group => group.Key)
                        .Select(group => (group.Key, DayFigures.Of(group))),
                ],
                FiguresOf(decided),
                FiguresOf(decided.Where(one => one.IsUrgent)),
                [.. months.Select(month => (month, FiguresOf(decided.Where(one => MonthOf(one.DecidedAt) == month))))]
            )
        );
    }

    private static DayFigures FiguresOf(IEnumerable<DecidedApplication> decided) =>
        DayFigures.Of(decided.Select(one => DaysBetween(one.SubmittedAt, WorkingDays.DayOf(one.DecidedAt))));

    private static int DaysBetween(DateTimeOffset from, DateOnly to) => WorkingDays.Between(WorkingDays.DayOf(from), to);

    private static DateOnly MonthOf(DateTimeOffset at) => WorkingDays.DayOf(at) is var day ? new DateOnly(day.Year, day.Month, 1) : default;

    private static StuckLine LineOf(StuckApplication application) =>
        new(
            application.Id,
            application.Reason switch
            {
                StuckReason.NoOrchestration => "It was submitted, but nothing works on it.",
                StuckReason.Failed => "A step failed, and isn’t tried again by itself.",
                StuckReason.Ended => "Its process was ended before it was done.",
                StuckReason.Suspended => "Its process was paused.",
                StuckReason.WaitsForTheSystem => "The system’s own next step is overdue.",
                StuckReason.ActBrokeOff => "What somebody did is saved, but not all of what follows was done.",
                _ => throw new ArgumentOutOfRangeException(nameof(application), application.Reason, "No words are known for this reason."),
            },
            application.ToDo,
            application.Since
        );
}
