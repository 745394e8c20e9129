using MicroCred.App.Http;
using MicroCred.App.Identity;
using MicroCred.App.OpenApi;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace MicroCred.App.Operation;

/// <summary>Where one application stands, how its orchestration is, which letters it led to, and whether its audit is whole.</summary>
[Feature(Features.Operation)]
internal sealed class GetState(ApplicationStates states, CallersApplications applications, CurrentUser user)
{
    [Function(nameof(GetState)), Allow(Role.Operator, Role.Registrar)]
    [Gives(StatusCodes.Status200OK, typeof(ApplicationState))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/operations/applications/{id:guid}")] HttpRequest request,
        Guid id,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancel) =>
        Results.Ok(await states.Of(
            user.Caller.Is(Role.Operator) ? await states.Find(id, cancel) : await applications.Find(ApplicationId.New(id), cancel), client, cancel));
}
