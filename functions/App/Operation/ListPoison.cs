using MicroCred.App.Http;
using MicroCred.App.Identity;
using MicroCred.App.Storage;
using MicroCred.App.Telemetry;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Operation;

/// <summary>The messages that failed every try and were set aside: for each queue the approximate count and the first 32.</summary>
[Feature(Features.Operation)]
internal sealed class ListPoison(PoisonQueues poison)
{
    [Function(nameof(ListPoison)), Allow(Role.Operator)]
    [Gives(StatusCodes.Status200OK, typeof(IReadOnlyList<Aside>))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/operations/poison")] HttpRequest request,
        CancellationToken cancellationToken
    ) => Results.Ok(await Task.WhenAll(StorageNames.Queues.Select(queue => LookAsync(queue, cancellationToken))));

    private async Task<Aside> LookAsync(string queue, CancellationToken cancellationToken)
    {
        (var count, var first) = await poison.LookAsync(queue, cancellationToken);
        return new Aside(queue, count, [.. first.Select(PoisonMessage.Of)]);
    }

    /// <summary>A queue's messages that were set aside.</summary>
    internal sealed record Aside(string Queue, int Count, IReadOnlyList<PoisonMessage> Messages);
}
