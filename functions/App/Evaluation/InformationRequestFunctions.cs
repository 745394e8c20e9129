using MicroCred.App.Commands;
using MicroCred.App.Http;
using MicroCred.App.Telemetry;
using MicroCred.Approval;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace MicroCred.App.Evaluation;

/// <summary>What a registrar may do with an information request that isn't answered yet.</summary>
[Feature(Features.Evaluation)]
internal sealed class InformationRequestFunctions(JsonCommands commands)
{
    [Function(nameof(ExtendInformationRequest)), Allow<ExtendInformationRequest>]
    [Takes(typeof(Extension))]
    [HeedsIfMatch, HeedsIdempotencyKey]
    [Gives(StatusCodes.Status200OK, typeof(InformationRequestView))]
    public Task<IResult> ExtendAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "post",
            Route = "api/applications/{id:guid}/information-requests/{number:int}/extension"
        )]
            HttpRequest request,
        Guid id,
        string number,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken
    ) =>
        commands.ChangeAsync<Extension, ExtendInformationRequest>(
            request,
            id,
            (application, body) => new(application, number.AsNumber(), body),
            application => AnswerOf(application, number),
            client,
            cancellationToken
        );

    [Function(nameof(LapseInformationRequest)), Allow<LapseInformationRequest>]
    [Takes(typeof(LapseInformationRequest.Why))]
    [HeedsIfMatch, HeedsIdempotencyKey]
    [Gives(StatusCodes.Status200OK, typeof(InformationRequestView))]
    public Task<IResult> LapseAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/applications/{id:guid}/information-requests/{number:int}/lapse")]
            HttpRequest request,
        Guid id,
        string number,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken
    ) =>
        commands.ChangeAsync<LapseInformationRequest.Why, LapseInformationRequest>(
            request,
            id,
            (application, body) => new(application, number.AsNumber(), body),
            application => AnswerOf(application, number),
            client,
            cancellationToken
        );

    private static Answer AnswerOf(Application application, string number) =>
        new(
            StatusCodes.Status200OK,
            InformationRequestView.Of(application.InformationRequests.First(request => request.Number == number.AsNumber())),
            ETag: application.Tag()
        );
}
