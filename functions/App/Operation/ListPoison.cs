using MicroCred.App.Identity;
using MicroCred.App.OpenApi;
using MicroCred.App.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Operation;

/// <summary>The messages that failed every try and were set aside: of each queue how many, about, and the first 32.</summary>
[Feature(Features.Operation)]
internal sealed class ListPoison(PoisonQueues poison)
{
    [Function(nameof(ListPoison)), Allow(Role.Operator)]
    [Gives(StatusCodes.Status200OK, typeof(IReadOnlyList<Aside>))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/operations/poison")] HttpRequest request, CancellationToken cancel) =>
        Results.Ok(await Task.WhenAll(Names.Queues.Select(queue => Look(queue, cancel))));

    private async Task<Aside> Look(string queue, CancellationToken cancel)
    {
        (int count, IReadOnlyList<Azure.Storage.Queues.Models.PeekedMessage> first) = await poison.Look(queue, cancel);
        return new Aside(queue, count, [.. first.Select(PoisonMessage.Of)]);
    }

    /// <summary>What is set aside of a queue.</summary>
    internal sealed record Aside(string Queue, int Count, IReadOnlyList<PoisonMessage> Messages);
}
