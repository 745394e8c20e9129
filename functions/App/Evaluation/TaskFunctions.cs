using MicroCred.App.Commands;
using MicroCred.App.Http;
using MicroCred.App.OpenApi;
using MicroCred.App.Operation;
using MicroCred.App.Storage;
using MicroCred.Approval;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace MicroCred.App.Evaluation;

/// <summary>What the assignee of a task does, and the registrar with any.</summary>
[Feature(Features.Evaluation)]
internal sealed class TaskFunctions(JsonCommands commands)
{
    [Function(nameof(RecordFinding)), Allow<RecordFinding>]
    [Takes(typeof(RecordFinding.Finding))]
    [HeedsIfMatch, HeedsIdempotencyKey]
    [Gives(StatusCodes.Status200OK, typeof(TaskSummary))]
    public Task<IResult> Find(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/tasks/{id}/findings/{criterion:range(1,7)}")] HttpRequest request,
        string id,
        string criterion,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancel) => commands.ChangeTask<RecordFinding.Finding, RecordFinding>(
            request, id, (task, body) => new(task, criterion.AsNumber(), body), answer: null, client, cancel);

    [Function(nameof(RequestInformation)), Allow<RequestInformation>]
    [Takes(typeof(RequestInformation.Question))]
    [HeedsIfMatch, HeedsIdempotencyKey]
    [Gives(StatusCodes.Status201Created, typeof(InformationRequest))]
    public Task<IResult> Ask(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/tasks/{id}/information-requests")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancel) => commands.ChangeTask<RequestInformation.Question, RequestInformation>(
            request,
            id,
            (task, body) => new(task, body),
            application => new Answer(
                StatusCodes.Status201Created, application.InformationRequests[^1], $"/api/applications/{application.Id}", application.Tag()),
            client,
            cancel);

    [Function(nameof(Evaluation.Decide)), Allow<Decide>]
    [Takes(typeof(Decide.Verdict))]
    [HeedsIfMatch, HeedsIdempotencyKey]
    [Gives(StatusCodes.Status200OK, typeof(TaskSummary))]
    public Task<IResult> DecideTask(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/tasks/{id}/decision")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancel) => commands.ChangeTask<Decide.Verdict, Decide>(
            request, id, (task, body) => new(task, body), answer: null, client, cancel);

    [Function(nameof(DeclareConflict)), Allow<DeclareConflict>]
    [Takes(typeof(GiveUpTask.Why))]
    [HeedsIfMatch, HeedsIdempotencyKey]
    [Gives(StatusCodes.Status200OK, typeof(TaskSummary))]
    public Task<IResult> Declare(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/tasks/{id}/conflict")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancel) => commands.ChangeTask<GiveUpTask.Why, DeclareConflict>(
            request, id, (task, body) => new(task, body), answer: null, client, cancel);

    [Function(nameof(ReleaseTask)), Allow<ReleaseTask>]
    [Takes(typeof(GiveUpTask.Why))]
    [HeedsIfMatch, HeedsIdempotencyKey]
    [Gives(StatusCodes.Status200OK, typeof(TaskSummary))]
    public Task<IResult> Release(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/tasks/{id}/release")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancel) => commands.ChangeTask<GiveUpTask.Why, ReleaseTask>(
            request, id, (task, body) => new(task, body), answer: null, client, cancel);

    [Function(nameof(ReassignTask)), Allow<ReassignTask>]
    [Takes(typeof(ReassignTask.To))]
    [HeedsIfMatch, HeedsIdempotencyKey]
    [Gives(StatusCodes.Status200OK, typeof(TaskSummary))]
    public Task<IResult> Reassign(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/tasks/{id}/assignment")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancel) => commands.ChangeTask<ReassignTask.To, ReassignTask>(
            request, id, (task, body) => new(task, body), answer: null, client, cancel);
}
