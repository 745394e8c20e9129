using MicroCred.App.Http;
using MicroCred.App.Identity;
using MicroCred.App.Telemetry;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace MicroCred.App.Operation;

/// <summary>
/// The status of one application, its orchestration's state, the letters about it, and whether its audit chain is intact.
/// </summary>
[Feature(Features.Operation)]
internal sealed class GetState(ApplicationStates states, CallersApplications applications, CurrentUser user)
{
    [Function(nameof(GetState)), Allow(Role.Operator, Role.Registrar)]
    [Gives(StatusCodes.Status200OK, typeof(ApplicationState))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/operations/applications/{id:guid}")] HttpRequest request,
        Guid id,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken
    ) =>
        Results.Ok(
            await states.OfAsync(
                user.Caller.Is(Role.Operator)
                    ? await states.FindAsync(id, cancellationToken)
                    : await applications.FindAsync(ApplicationId.New(id), cancellationToken),
                client,
                cancellationToken
            )
        );
}
