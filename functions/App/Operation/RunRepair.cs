using MicroCred.App.Http;
using MicroCred.App.Identity;
using MicroCred.App.Reconciliation;
using MicroCred.App.Telemetry;
using MicroCred.Approval;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace MicroCred.App.Operation;

/// <summary>
/// Runs the nightly repair now: compares the lists and the orchestrations with the applications, and repairs differences.
/// </summary>
[Feature(Features.Operation)]
internal sealed class RunRepair(Reconcile repair, OperatorLog log)
{
    [Function(nameof(RunRepair)), Allow(Role.Operator)]
    [Takes(typeof(Order))]
    [Gives(StatusCodes.Status200OK, typeof(Mended))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/operations/repair")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken
    )
    {
        var order = await request.ReadBodyAsync<Order>(cancellationToken);

        // Continues to the end even though the platform ends the request after 230 seconds.
        return Results.Ok(
            await log.DoAsync(
                "repair",
                "everything",
                order.Reason,
                () => repair.MendAsync(client, CancellationToken.None),
                cancellationToken
            )
        );
    }

    /// <summary>The reason.</summary>
    internal sealed record Order([property: TextLimit(TextLimit.Sentence)] string Reason);
}
