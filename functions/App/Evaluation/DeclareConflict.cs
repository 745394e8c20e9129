using MicroCred.App.Http;
using MicroCred.App.Identity;
using MicroCred.App.OpenApi;
using MicroCred.App.Pipeline;
using MicroCred.App.Storage;
using MicroCred.Approval;
using Microsoft.AspNetCore.Http;
namespace MicroCred.App.Evaluation;

/// <summary>The assignee has an interest in the provider; the task goes to somebody else.</summary>
internal sealed class DeclareConflict(TaskActs tasks, HandOver handOver, CurrentUser user)
{
    [Function(nameof(DeclareConflict)), Allow(Role.Evaluator, Role.Registrar, Role.FundingAdviser)]
    [Takes(typeof(Why))]
    [Gives(StatusCodes.Status200OK, typeof(TaskSummary))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/tasks/{id}/conflict")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancel)
    {
        (Case seen, TaskId task) = await tasks.Demand(id, cancel);
        Why why = await request.ReadBody<Why>(cancel);
        string next = await handOver.Next(seen.Application, task, cancel);
        return await tasks.Perform(
            request,
            seen,
            task,
            why,
            (application, now) => HandOver.Told(application.DeclareConflict(task, why.Reason, next, user.Actor, now).Asked(), task),
            client,
            cancel);
    }

    /// <summary>Why.</summary>
    internal sealed record Why(string Reason);
}
