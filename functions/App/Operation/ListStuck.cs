using MicroCred.App.Http;
using MicroCred.App.Identity;
using MicroCred.App.Telemetry;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace MicroCred.App.Operation;

/// <summary>The applications under way that make no progress, and why. Normal is an empty list.</summary>
[Feature(Features.Operation)]
internal sealed class ListStuck(StuckApplications stuck)
{
    [Function(nameof(ListStuck)), Allow(Role.Operator)]
    [Gives(StatusCodes.Status200OK, typeof(IReadOnlyList<StuckApplication>))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/operations/stuck")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken
    ) => Results.Ok(await stuck.FindAsync(client, cancellationToken));
}
