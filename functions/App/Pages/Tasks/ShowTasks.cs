using MicroCred.App.Http;
using MicroCred.App.Identity;
using MicroCred.App.Storage;
using MicroCred.App.Telemetry;
using MicroCred.Approval;
using MicroCred.Portal;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Pages.Tasks;

/// <summary>
/// Somebody's tasks: their open ones, urgent ones first and then by due date, then those that nobody has (for a registrar all others), then
/// those that they have done.
/// </summary>
[Feature(Features.Pages)]
internal sealed class ShowTasks(Worklists worklists, CallersTasks tasks, CallersPages pages, CurrentUser user)
{
    [Function(nameof(ShowTasks)), Allow(Role.Evaluator, Role.Registrar)]
    public Task<IResult> TasksAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "tasks")] HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        var oversees = user.Caller.Is(Role.Registrar);
        return ShowAsync(request, "Tasks", oversees, task => oversees || task.Kind != TaskKind.FundingReferral, cancellationToken);
    }

    [Function("ShowReferrals"), Allow(Role.FundingAdviser)]
    public Task<IResult> ReferralsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "referrals")] HttpRequest request,
        CancellationToken cancellationToken
    ) => ShowAsync(request, "Referrals", oversees: false, task => task.Kind == TaskKind.FundingReferral, cancellationToken);

    private async Task<IResult> ShowAsync(
        HttpRequest request,
        string title,
        bool oversees,
        Func<TaskSummary, bool> isShown,
        CancellationToken cancellationToken
    )
    {
        var page = await UnderwayThenEnded.ReadAsync<TaskLine>(
            request.After(),
            async () =>
            {
                var open = await worklists.OpenTasksForAsync(user.Caller, cancellationToken);
                var standStill = await worklists.StandingStillAsync(cancellationToken);
                return
                [
                    .. open.Where(isShown)
                        .Select(task =>
                            tasks.LineOf(
                                task,
                                task.Assignee == user.Caller.Actor.Id ? TaskPart.Own : TaskPart.Others,
                                standStill.Contains(task.Id.Application),
                                leadsToApplication: task.Assignee != user.Caller.Actor.Id && !user.Caller.Is(Role.Registrar)
                            )
                        )
                        .OrderBy(line => line.Part)
                        .ThenByDescending(line => line.IsUrgent)
                        .ThenBy(line => line.Due)
                        .ThenBy(line => line.Id.ToString(), StringComparer.Ordinal),
                ];
            },
            async cursor =>
            {
                var done = await worklists.DoneTasksOfAsync(user.Caller, UnderwayThenEnded.LinesOnAPage, cursor, cancellationToken);
                return new(
                    [
                        .. done
                            .Items.Where(isShown)
                            .Select(task => tasks.LineOf(task, TaskPart.Done, standsStill: false, leadsToApplication: false)),
                    ],
                    done.Next
                );
            }
        );
        return await pages.ShowAsync(request, new TaskListModel(title, request.Path, page.Items, page.Next, oversees));
    }
}
