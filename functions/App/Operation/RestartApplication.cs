using MicroCred.App.Http;
using MicroCred.App.Identity;
using MicroCred.App.Pipeline;
using MicroCred.App.Telemetry;
using MicroCred.Approval;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace MicroCred.App.Operation;

/// <summary>
/// Makes sure that an application has a running orchestration that knows its current state. The application itself isn't changed, and
/// repeating this does no harm. With <c>anew</c> an existing orchestration is ended first: for one that hangs, or that old code started.
/// </summary>
[Feature(Features.Operation)]
internal sealed class RestartApplication(ApplicationStates states, Orchestrations orchestrations, OperatorLog log)
{
    [Function(nameof(RestartApplication)), Allow(Role.Operator)]
    [Takes(typeof(Order)), Refuses(StatusCodes.Status409Conflict)]
    [Gives(StatusCodes.Status200OK, typeof(ApplicationState))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/operations/applications/{id:guid}/restart")] HttpRequest request,
        Guid id,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken
    )
    {
        var order = await request.ReadBodyAsync<Order>(cancellationToken);
        var application = await states.FindAsync(id, cancellationToken);
        if (application.Stage is Stage.Drafting or Stage.Ended)
        {
            throw new ProblemException(Problem.WrongState($"An application that is {application.Status} has nothing to go on with."));
        }

        return Results.Ok(
            await log.DoAsync(
                order.Anew ? "restart anew" : "restart",
                application.Id.ToString(),
                order.Reason,
                () => RestartAsync(application, order, client, cancellationToken),
                cancellationToken
            )
        );
    }

    private async Task<ApplicationState> RestartAsync(
        Application before,
        Order order,
        DurableTaskClient client,
        CancellationToken cancellationToken
    )
    {
        if (order.Anew && !await orchestrations.EndAsync(client, before, order.Reason, cancellationToken))
        {
            throw new ProblemException(Problem.WrongState("Its orchestration was told to end and hasn't yet. Ask again in a minute."));
        }

        var instance = Orchestration.InstanceOf(before);
        if (await client.GetInstanceAsync(instance, cancellationToken) is { RuntimeStatus: OrchestrationRuntimeStatus.Suspended })
        {
            await client.ResumeInstanceAsync(instance, order.Reason, cancellationToken);
        }

        // Read after the orchestration has ended, so that no change made meanwhile is missed.
        var application = await states.FindAsync(before.Id.Value, cancellationToken);
        await orchestrations.RestoreAsync(
            client,
            application,
            async cancellationToken => await states.FindAsync(before.Id.Value, cancellationToken),
            cancellationToken
        );
        return await states.OfAsync(application, client, cancellationToken);
    }

    /// <summary>The reason, and whether to end an existing orchestration first.</summary>
    internal sealed record Order([property: TextLimit(TextLimit.Sentence)] string Reason, bool Anew = false);
}
