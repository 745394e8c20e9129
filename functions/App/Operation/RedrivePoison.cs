using MicroCred.App.Http;
using MicroCred.App.Identity;
using MicroCred.App.Storage;
using MicroCred.App.Telemetry;
using MicroCred.Approval;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Operation;

/// <summary>
/// Puts messages that were set aside back into their queue, oldest first, to be tried again. If this is interrupted, one message may be
/// tried twice, which does no harm; none is lost.
/// </summary>
[Feature(Features.Operation)]
internal sealed class RedrivePoison(PoisonQueues poison, OperatorLog log)
{
    private const int MostAtOnce = 500;

    [Function(nameof(RedrivePoison)), Allow(Role.Operator)]
    [Takes(typeof(Order))]
    [Gives(StatusCodes.Status200OK, typeof(Redriven))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/operations/poison/{queue}/redrive")] HttpRequest request,
        string queue,
        CancellationToken cancellationToken
    )
    {
        var order = await request.ReadBodyAsync<Order>(cancellationToken);
        if (!StorageNames.Queues.Contains(queue))
        {
            throw new ProblemException(Problem.NotFound);
        }

        if (order.Most is < 1 or > MostAtOnce)
        {
            throw new ProblemException(Problem.NotAcceptable($"most: give a number from 1 to {MostAtOnce}."));
        }

        return Results.Ok(
            new Redriven(
                await log.DoAsync(
                    "redrive",
                    queue,
                    order.Reason,
                    () => poison.RedriveAsync(queue, order.Most, cancellationToken),
                    cancellationToken
                )
            )
        );
    }

    /// <summary>The reason, and the maximum count: redriving one shows whether the cause is gone.</summary>
    internal sealed record Order([property: TextLimit(TextLimit.Sentence)] string Reason, int Most = MostAtOnce);

    /// <summary>How many were put back.</summary>
    internal sealed record Redriven(int Count);
}
