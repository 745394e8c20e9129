using MicroCred.Approval;
using MicroCred.Peer.Activities;
using MicroCred.Peer.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace MicroCred.Peer.Http;

/// <summary>The evaluator's functions, under the App's own URLs.</summary>
internal sealed class EvaluationFunctions(Applications applications)
{
    [Function(nameof(ListTasks))]
    public async Task<IResult> ListTasks(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "tasks")] HttpRequest request,
        CancellationToken cancellationToken
    ) =>
        await applications.FindAsync(ApplicationId.Parse(request.Query["application"]!), cancellationToken) is { } application
            ? Results.Json(new { items = application.Tasks }, ApprovalJson.Options)
            : Results.NotFound();

    [Function(nameof(RecordFinding))]
    public async Task<IResult> RecordFinding(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "tasks/{id}/findings/{criterion:int}")] HttpRequest request,
        string id,
        int criterion,
        CancellationToken cancellationToken
    )
    {
        var found = (await request.ReadFromJsonAsync<Found>(ApprovalJson.Options, cancellationToken))!;
        var task = TaskId.Parse(id);
        if (await applications.FindAsync(task.Application, cancellationToken) is not { } application)
        {
            return Results.NotFound();
        }

        Actor evaluator = new(AssignEvaluator.Evaluator, "Evaluator", ActorKind.Evaluator);
        await applications.SaveAsync(
            application,
            application.RecordFinding(task, criterion, found.Result, found.Comment, evaluator, DateTimeOffset.UtcNow).Demand(),
            cancellationToken
        );
        return Results.Ok();
    }

    /// <summary>
    /// Raises the event that the orchestration waits for. markheath/durable-functions-ecommerce-sample,
    /// DurableECommerceWorkflowIsolated/ApiFunctions/ApproveOrderFunctions.cs, ApproveOrderById.
    /// </summary>
    [Function(nameof(Decide))]
    public async Task<IResult> Decide(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "tasks/{id}/decision")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken
    )
    {
        var decided = (await request.ReadFromJsonAsync<Decided>(ApprovalJson.Options, cancellationToken))!;
        if (await applications.FindAsync(TaskId.Parse(id).Application, cancellationToken) is not { } application)
        {
            return Results.NotFound();
        }

        Verdict verdict = new(application.Id, decided.Outcome, decided.Reasons, decided.Conditions);
        await client.RaiseEventAsync($"{application.Id}", ApprovalOrchestration.Decided, verdict, cancellationToken);
        return Results.Ok();
    }

    private sealed record Found(CriterionResult Result, string Comment);

    private sealed record Decided(DecisionOutcome Outcome, string Reasons, IReadOnlyList<Condition> Conditions);
}
