using MicroCred.App.Http;
using MicroCred.App.Identity;
using MicroCred.App.Storage;
using MicroCred.App.Telemetry;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Operation;

/// <summary>
/// Removes a message that can't be processed, for good. A letter's text stays with its application, and can be sent from there again.
/// </summary>
[Feature(Features.Operation)]
internal sealed class DiscardPoison(PoisonQueues poison, OperatorLog log)
{
    [Function(nameof(DiscardPoison)), Allow(Role.Operator)]
    [Query("reason", typeof(string), "Why; it is kept."), Refuses(StatusCodes.Status422UnprocessableEntity)]
    [Gives(StatusCodes.Status204NoContent)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/operations/poison/{queue}/{message:guid}")] HttpRequest request,
        string queue,
        Guid message,
        CancellationToken cancellationToken
    )
    {
        if (!StorageNames.Queues.Contains(queue))
        {
            throw new ProblemException(Problem.NotFound);
        }

        return await log.DoAsync(
            "discard",
            $"{queue} {message}",
            request.Text("reason"),
            async () =>
                await poison.DiscardAsync(queue, message.ToString(), cancellationToken)
                    ? Results.NoContent()
                    : throw new ProblemException(Problem.NotFound),
            cancellationToken
        );
    }
}
