using MicroCred.App.Commands;
using MicroCred.App.Http;
using MicroCred.App.Telemetry;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace MicroCred.App.Evaluation;

/// <summary>Answers to information requests.</summary>
[Feature(Features.Evaluation)]
internal sealed class AnswerFunction(JsonCommands commands)
{
    [Function(nameof(AnswerInformationRequest)), Allow<AnswerInformationRequest>]
    [Takes(typeof(AnswerInformationRequest.Response))]
    [HeedsIfMatch, HeedsIdempotencyKey]
    [Gives(StatusCodes.Status202Accepted, typeof(ApplicationView))]
    public Task<IResult> RespondAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/applications/{id:guid}/information-requests/{number:int}/response")]
            HttpRequest request,
        Guid id,
        string number,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken
    ) =>
        commands.ChangeAsync<AnswerInformationRequest.Response, AnswerInformationRequest>(
            request,
            id,
            (application, body) => new(application, number.AsNumber(), body),
            application => Answer.Of(StatusCodes.Status202Accepted, application),
            client,
            cancellationToken
        );
}
