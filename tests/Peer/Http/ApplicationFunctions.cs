using System.Text.Json;
using MicroCred.Approval;
using MicroCred.Peer.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace MicroCred.Peer.Http;

/// <summary>The provider's functions, under the App's own URLs.</summary>
internal sealed class ApplicationFunctions(Applications applications)
{
    /// <summary>Accepts a draft whose documents are stored already, as one change.</summary>
    [Function(nameof(CreateApplication))]
    public async Task<IResult> CreateApplication(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "applications")] HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        var draft = (await JsonSerializer.DeserializeAsync<Application>(request.Body, ApprovalJson.Options, cancellationToken))!;
        await applications.SaveAsync(null, new Change(draft, []), cancellationToken);
        return Results.Created($"/api/applications/{draft.Id}", null);
    }

    /// <summary>
    /// Starts the orchestration with the application as its input. Azure-Samples/Durable-Task-Scheduler,
    /// samples/durable-functions/dotnet/Saga/Functions/HttpTriggers.cs, StartOrderSaga.
    /// </summary>
    [Function(nameof(SubmitApplication))]
    public async Task<IResult> SubmitApplication(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "applications/{id:guid}/submission")] HttpRequest request,
        Guid id,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken
    )
    {
        if (await applications.FindAsync(ApplicationId.New(id), cancellationToken) is not { } draft)
        {
            return Results.NotFound();
        }

        await client.ScheduleNewOrchestrationInstanceAsync(
            nameof(ApprovalOrchestration),
            draft,
            new StartOrchestrationOptions($"{draft.Id}"),
            cancellationToken
        );
        return Results.Accepted();
    }

    /// <summary>The e-commerce sample's GetOrderStatus (ApiFunctions/OrderStatusFunctions.cs), without its query of the instance.</summary>
    [Function(nameof(GetApplication))]
    public async Task<IResult> GetApplication(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "applications/{id:guid}")] HttpRequest request,
        Guid id,
        CancellationToken cancellationToken
    ) =>
        await applications.FindAsync(ApplicationId.New(id), cancellationToken) is { } application
            ? Results.Json(application, ApprovalJson.Options)
            : Results.NotFound();
}
