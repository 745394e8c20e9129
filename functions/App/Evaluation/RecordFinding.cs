using MicroCred.App.Http;
using MicroCred.App.Identity;
using MicroCred.App.OpenApi;
using MicroCred.App.Pipeline;
using MicroCred.App.Storage;
using MicroCred.Approval;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Evaluation;

/// <summary>The assignee records, or replaces, what they found of one criterion.</summary>
internal sealed class RecordFinding(TaskActs tasks, CurrentUser user)
{
    [Function(nameof(RecordFinding)), Allow(Role.Evaluator, Role.Registrar)]
    [Takes(typeof(Finding))]
    [HeedsIfMatch, HeedsIdempotencyKey, Refuses(StatusCodes.Status422UnprocessableEntity)]
    [Gives(StatusCodes.Status200OK, typeof(TaskSummary))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/tasks/{id}/findings/{criterion:range(1,7)}")] HttpRequest request,
        string id,
        string criterion,
        CancellationToken cancel)
    {
        (Case seen, TaskId task) = await tasks.Demand(id, cancel);
        Finding finding = await request.ReadBody<Finding>(cancel);
        return await tasks.Perform(
            request,
            seen,
            task,
            finding,
            (application, now) => new Taken(application.RecordFinding(task, criterion.AsNumber(), finding.Result, finding.Comment, user.Actor, now).Asked()),
            client: null,
            cancel);
    }

    /// <summary>What was found, always with a comment.</summary>
    internal sealed record Finding(CriterionResult Result, string Comment);
}
