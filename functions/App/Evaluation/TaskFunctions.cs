using MicroCred.App.Commands;
using MicroCred.App.Http;
using MicroCred.App.Storage;
using MicroCred.App.Telemetry;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace MicroCred.App.Evaluation;

/// <summary>What the assignee of a task may do with it, and the registrar with any task.</summary>
[Feature(Features.Evaluation)]
internal sealed class TaskFunctions(JsonCommands commands, TaskMover mover)
{
    [Function(nameof(RecordFinding)), Allow<RecordFinding>]
    [Takes(typeof(RecordFinding.Finding))]
    [HeedsIfMatch, HeedsIdempotencyKey]
    [Gives(StatusCodes.Status200OK, typeof(TaskSummary))]
    public Task<IResult> FindAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/tasks/{id}/findings/{criterion:range(1,7)}")] HttpRequest request,
        string id,
        string criterion,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken
    ) =>
        commands.ChangeTaskAsync<RecordFinding.Finding, RecordFinding>(
            request,
            id,
            (task, body) => new(task, criterion.AsNumber(), body),
            answer: null,
            client,
            cancellationToken
        );

    [Function(nameof(RequestInformation)), Allow<RequestInformation>]
    [Takes(typeof(RequestInformation.Question))]
    [HeedsIfMatch, HeedsIdempotencyKey]
    [Gives(StatusCodes.Status201Created, typeof(InformationRequestView))]
    public Task<IResult> AskAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/tasks/{id}/information-requests")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken
    ) =>
        commands.ChangeTaskAsync<RequestInformation.Question, RequestInformation>(
            request,
            id,
            (task, body) => new(task, body),
            application => new Answer(
                StatusCodes.Status201Created,
                InformationRequestView.Of(application.InformationRequests[^1]),
                $"/api/applications/{application.Id}",
                application.Tag()
            ),
            client,
            cancellationToken
        );

    [Function(nameof(MicroCred.App.Evaluation.Decide)), Allow<Decide>]
    [Takes(typeof(Decide.Verdict))]
    [HeedsIfMatch, HeedsIdempotencyKey]
    [Gives(StatusCodes.Status200OK, typeof(TaskSummary))]
    public Task<IResult> DecideTaskAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/tasks/{id}/decision")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken
    ) =>
        commands.ChangeTaskAsync<Decide.Verdict, Decide>(
            request,
            id,
            (task, body) => new(task, body),
            answer: null,
            client,
            cancellationToken
        );

    [Function(nameof(DeclareConflict)), Allow<DeclareConflict>]
    [Takes(typeof(GiveUpTask.Why))]
    [HeedsIfMatch, HeedsIdempotencyKey]
    [Gives(StatusCodes.Status200OK, typeof(TaskSummary))]
    public async Task<IResult> DeclareAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/tasks/{id}/conflict")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken
    )
    {
        var result = await commands.ChangeTaskAsync<GiveUpTask.Why, DeclareConflict>(
            request,
            id,
            (task, body) => new(task, body),
            answer: null,
            client,
            cancellationToken
        );

        // The interest keeps from all of the provider's applications.
        await mover.MoveAsync(client, CancellationToken.None);
        return result;
    }

    [Function(nameof(ReleaseTask)), Allow<ReleaseTask>]
    [Takes(typeof(GiveUpTask.Why))]
    [HeedsIfMatch, HeedsIdempotencyKey]
    [Gives(StatusCodes.Status200OK, typeof(TaskSummary))]
    public Task<IResult> ReleaseAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/tasks/{id}/release")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken
    ) =>
        commands.ChangeTaskAsync<GiveUpTask.Why, ReleaseTask>(
            request,
            id,
            (task, body) => new(task, body),
            answer: null,
            client,
            cancellationToken
        );

    [Function(nameof(ReassignTask)), Allow<ReassignTask>]
    [Takes(typeof(ReassignTask.To))]
    [HeedsIfMatch, HeedsIdempotencyKey]
    [Gives(StatusCodes.Status200OK, typeof(TaskSummary))]
    public Task<IResult> ReassignAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/tasks/{id}/assignment")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken
    ) =>
        commands.ChangeTaskAsync<ReassignTask.To, ReassignTask>(
            request,
            id,
            (task, body) => new(task, body),
            answer: null,
            client,
            cancellationToken
        );

    [Function(nameof(ExtendTask)), Allow<ExtendTask>]
    [Takes(typeof(Extension))]
    [HeedsIfMatch, HeedsIdempotencyKey]
    [Gives(StatusCodes.Status200OK, typeof(TaskSummary))]
    public Task<IResult> ExtendAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/tasks/{id}/extension")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken
    ) =>
        commands.ChangeTaskAsync<Extension, ExtendTask>(
            request,
            id,
            (task, body) => new(task, body),
            answer: null,
            client,
            cancellationToken
        );
}
