using MicroCred.Approval;
using MicroCred.Peer.Activities;
using MicroCred.Peer.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace MicroCred.Peer.Http;

/// <summary>What an evaluator does, under the App's own addresses.</summary>
internal sealed class EvaluationFunctions(Applications applications)
{
    [Function(nameof(ListTasks))]
    public async Task<IResult> ListTasks(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "tasks")] HttpRequest request, CancellationToken cancel) =>
        await applications.Find(ApplicationId.Parse(request.Query["application"]!), cancel) is { } application
            ? Results.Json(new { items = application.Tasks }, ApprovalJson.Options)
            : Results.NotFound();

    [Function(nameof(RecordFinding))]
    public async Task<IResult> RecordFinding(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "tasks/{id}/findings/{criterion:int}")] HttpRequest request,
        string id,
        int criterion,
        CancellationToken cancel)
    {
        Found found = (await request.ReadFromJsonAsync<Found>(ApprovalJson.Options, cancel))!;
        TaskId task = TaskId.Parse(id);
        if (await applications.Find(task.Application, cancel) is not { } application)
        {
            return Results.NotFound();
        }

        Actor evaluator = new(AssignEvaluator.Evaluator, "Evaluator", ActorKind.Evaluator);
        await applications.Save(
            application, application.RecordFinding(task, criterion, found.Result, found.Comment, evaluator, DateTimeOffset.UtcNow).Demand(), cancel);
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
        CancellationToken cancel)
    {
        Decided decided = (await request.ReadFromJsonAsync<Decided>(ApprovalJson.Options, cancel))!;
        if (await applications.Find(TaskId.Parse(id).Application, cancel) is not { } application)
        {
            return Results.NotFound();
        }

        Verdict verdict = new(application.Id, decided.Outcome, decided.Reasons, decided.Conditions);
        await client.RaiseEventAsync($"{application.Id}", ApprovalOrchestration.Decided, verdict, cancel);
        return Results.Ok();
    }

    private sealed record Found(CriterionResult Result, string Comment);

    private sealed record Decided(DecisionOutcome Outcome, string Reasons, IReadOnlyList<string> Conditions);
}
