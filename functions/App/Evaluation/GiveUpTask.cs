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

/// <summary>The assignee doesn't keep a task; it goes to the least busy of the others who may have it.</summary>
internal sealed class GiveUpTask(TaskActs tasks, HandOver handOver, CurrentUser user)
{
    /// <summary>The assignee has an interest in the provider. They never get a task of this application again.</summary>
    [Function(nameof(DeclareConflict)), Allow(Role.Evaluator, Role.Registrar, Role.FundingAdviser)]
    [Takes(typeof(Why))]
    [HeedsIfMatch, HeedsIdempotencyKey, Refuses(StatusCodes.Status422UnprocessableEntity)]
    [Gives(StatusCodes.Status200OK, typeof(TaskSummary))]
    public Task<IResult> DeclareConflict(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/tasks/{id}/conflict")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancel) =>
        GiveUp(request, id, client, (application, task, reason, next, now) => application.DeclareConflict(task, reason, next, user.Actor, now), cancel);

    /// <summary>The assignee can't do the task.</summary>
    [Function(nameof(ReleaseTask)), Allow(Role.Evaluator, Role.Registrar, Role.FundingAdviser)]
    [Takes(typeof(Why))]
    [HeedsIfMatch, HeedsIdempotencyKey, Refuses(StatusCodes.Status422UnprocessableEntity)]
    [Gives(StatusCodes.Status200OK, typeof(TaskSummary))]
    public Task<IResult> ReleaseTask(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/tasks/{id}/release")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancel) =>
        GiveUp(request, id, client, (application, task, reason, next, now) => application.Release(task, reason, next, user.Actor, now), cancel);

    private async Task<IResult> GiveUp(
        HttpRequest request,
        string id,
        DurableTaskClient client,
        Func<Application, TaskId, string, string, DateTimeOffset, Outcome<Change>> transition,
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
            (application, now) => HandOver.Told(transition(application, task, why.Reason, next, now).Asked(), task),
            client,
            cancel);
    }

    /// <summary>Why.</summary>
    internal sealed record Why(string Reason);
}
