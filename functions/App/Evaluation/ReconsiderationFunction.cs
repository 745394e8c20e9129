using MicroCred.App.Commands;
using MicroCred.App.Http;
using MicroCred.App.Telemetry;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace MicroCred.App.Evaluation;

/// <summary>Reconsideration of a decline.</summary>
[Feature(Features.Evaluation)]
internal sealed class ReconsiderationFunction(JsonCommands commands)
{
    [Function(nameof(RequestReconsideration)), Allow<RequestReconsideration>]
    [Takes(typeof(RequestReconsideration.Request))]
    [HeedsIfMatch, HeedsIdempotencyKey]
    [Gives(StatusCodes.Status202Accepted, typeof(ApplicationView))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/applications/{id:guid}/reconsideration")] HttpRequest request,
        Guid id,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken
    ) =>
        commands.ChangeAsync<RequestReconsideration.Request, RequestReconsideration>(
            request,
            id,
            (application, body) => new(application, body),
            application => Answer.Of(StatusCodes.Status202Accepted, application),
            client,
            cancellationToken
        );
}
