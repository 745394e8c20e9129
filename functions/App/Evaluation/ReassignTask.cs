using MicroCred.App.Http;
using MicroCred.App.Identity;
using MicroCred.App.OpenApi;
using MicroCred.App.Pipeline;
using MicroCred.App.Storage;
using MicroCred.Approval;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace MicroCred.App.Evaluation;

/// <summary>The registrar gives an open task to somebody else, who has no interest in the provider.</summary>
internal sealed class ReassignTask(TaskActs tasks, HandOver handOver, CurrentUser user)
{
    [Function(nameof(ReassignTask)), Allow(Role.Registrar)]
    [Takes(typeof(To))]
    [HeedsIfMatch, HeedsIdempotencyKey, Refuses(StatusCodes.Status422UnprocessableEntity)]
    [Gives(StatusCodes.Status200OK, typeof(TaskSummary))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/tasks/{id}/assignment")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancel)
    {
        (Case seen, TaskId task) = await tasks.Demand(id, cancel);
        To to = await request.ReadBody<To>(cancel);
        return await tasks.Perform(
            request,
            seen,
            task,
            to,
            (application, now) =>
            {
                handOver.DemandFree(application, task, to.Assignee);
                return HandOver.Told(application.Reassign(task, to.Assignee, user.Actor, now).Asked(), task);
            },
            client,
            cancel);
    }

    /// <summary>Whom it is given to, by id.</summary>
    internal sealed record To(string Assignee);
}
