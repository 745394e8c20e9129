using MicroCred.App.Http;
using MicroCred.App.Identity;
using MicroCred.App.OpenApi;
using MicroCred.App.Pipeline;
using MicroCred.Approval;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace MicroCred.App.Operation;

/// <summary>
/// Sees to it that an application has a running orchestration that knows where it stands. The application itself isn't changed, and asking
/// twice does no harm. With <c>anew</c> the orchestration that there is is ended first: for one that hangs, or that old code began.
/// </summary>
[Feature(Features.Operation)]
internal sealed class RestartApplication(ApplicationStates states, Orchestrations orchestrations, OperatorLog log)
{
    [Function(nameof(RestartApplication)), Allow(Role.Operator)]
    [Takes(typeof(Order)), Refuses(StatusCodes.Status409Conflict)]
    [Gives(StatusCodes.Status200OK, typeof(ApplicationState))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/operations/applications/{id:guid}/restart")] HttpRequest request,
        Guid id,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancel)
    {
        Order order = await request.ReadBody<Order>(cancel);
        Application application = await states.Find(id, cancel);
        if (application.Stage is Stage.Drafting or Stage.Ended)
        {
            throw new ProblemException(Problem.WrongState($"An application that is {application.Status} has nothing to go on with."));
        }

        return Results.Ok(await log.Do(
            order.Anew ? "restart anew" : "restart", application.Id.ToString(), order.Reason, () => Restart(id, order, client, cancel), cancel));
    }

    private async Task<ApplicationState> Restart(Guid id, Order order, DurableTaskClient client, CancellationToken cancel)
    {
        if (order.Anew && !await orchestrations.End(client, ApplicationId.New(id), order.Reason, cancel))
        {
            throw new ProblemException(Problem.WrongState("Its orchestration was told to end and hasn't yet. Ask again in a minute."));
        }

        if (await client.GetInstanceAsync(id.ToString(), cancel) is { RuntimeStatus: OrchestrationRuntimeStatus.Suspended })
        {
            await client.ResumeInstanceAsync(id.ToString(), order.Reason, cancel);
        }

        // Read after the end, so that what somebody did meanwhile isn't missed.
        Application application = await states.Find(id, cancel);
        await orchestrations.Restore(client, application, async stop => await states.Find(id, stop), cancel);
        return await states.Of(application, client, cancel);
    }

    /// <summary>Why, and whether to end first what there is.</summary>
    internal sealed record Order([property: TextLimit(TextLimit.Sentence)] string Reason, bool Anew = false);
}
