using MicroCred.App.Http;
using MicroCred.App.Identity;
using MicroCred.App.Storage;
using MicroCred.App.Telemetry;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Evaluation;

/// <summary>Tasks of an application; tasks of an assignee, open before done; or all open tasks.</summary>
[Feature(Features.Evaluation)]
internal sealed class ListTasks(CallersApplications applications, Worklists worklists, CurrentUser user)
{
    [Function(nameof(ListTasks)), Allow(Role.Evaluator, Role.Registrar, Role.FundingAdviser)]
    [Paged]
    [Query("application", typeof(ApplicationId), "Only this application's.")]
    [Query("assignee", typeof(string), "Only this person's.")]
    [Refuses(StatusCodes.Status404NotFound)]
    [Gives(StatusCodes.Status200OK, typeof(ListPage<TaskSummary>))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/tasks")] HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        var (assignee, limit) = (request.Text("assignee"), request.Limit());
        if (request.Text("application") is not { } text)
        {
            var page = await worklists.TasksAsync(user.Caller, assignee, limit, request.After(), cancellationToken).CheckedAsync();
            return Results.Ok(page with { Items = [.. page.Items.Select(ShownOf)] });
        }

        if (!ApplicationId.TryCreate(text, out var id))
        {
            throw new ProblemException(Problem.Invalid("application: give an application's id, a GUID."));
        }

        var application = await applications.FindAsync(id, cancellationToken);
        return Results.Ok(
            new ListPage<TaskSummary>(
                [
                    .. application
                        .TasksShownTo(user.Caller.Actor.Id)
                        .Where(task => assignee is null || task.Assignee == assignee)
                        .OrderByDescending(task => task.IsOpen)
                        .ThenByDescending(task => task.Urgent)
                        .ThenBy(task => task.Due)
                        .ThenBy(task => task.Id.Ordinal)
                        .Take(limit)
                        .Select(task => TaskSummary.Of(application, task)),
                ],
                Next: null
            )
        );
    }

    /// <summary>
    /// A line of many applications' tasks: what somebody else does is told an evaluator in full only when its application is asked for,
    /// since the list doesn't know whether the caller is to review it without knowing of it.
    /// </summary>
    private TaskSummary ShownOf(TaskSummary line) =>
        line.Assignee == user.Caller.Actor.Id || (user.Caller.Is(Role.Registrar) && !user.Caller.Is(Role.Evaluator))
            ? line
            : line.InShort();
}
