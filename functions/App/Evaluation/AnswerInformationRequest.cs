using MicroCred.App.Http;
using MicroCred.App.Identity;
using MicroCred.App.Notification;
using MicroCred.App.OpenApi;
using MicroCred.App.Pipeline;
using MicroCred.App.Storage;
using MicroCred.Approval;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace MicroCred.App.Evaluation;

/// <summary>The provider answers an information request.</summary>
internal sealed class AnswerInformationRequest(Acts acts, Orchestrations orchestrations, CurrentUser user)
{
    [Function(nameof(AnswerInformationRequest)), Allow(Role.Provider)]
    [Takes(typeof(Response))]
    [HeedsIfMatch, HeedsIdempotencyKey, Refuses(StatusCodes.Status422UnprocessableEntity)]
    [Gives(StatusCodes.Status202Accepted, typeof(ApplicationView))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/applications/{id:guid}/information-requests/{number:int}/response")] HttpRequest request,
        Guid id,
        string number,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancel)
    {
        Case seen = await acts.Find(ApplicationId.New(id), cancel);
        Response response = await request.ReadBody<Response>(cancel);
        return await acts.Perform(
            request,
            seen,
            response,
            (application, now) => Answer(application, number.AsNumber(), response.Answer, now),
            application => Http.Answer.Of(StatusCodes.Status202Accepted, application),
            application => orchestrations.StartOrTell(client, application),
            cancel);
    }

    private Taken Answer(Application application, int number, string answer, DateTimeOffset now)
    {
        Change change = application.Answer(number, answer, user.Actor, now).Asked();
        return new Taken(change, Notice.ToAssignees(application, change.Application, NoticeKind.Answered));
    }

    /// <summary>The answer; documents that belong to it are added as documents of the application.</summary>
    internal sealed record Response(string Answer);
}
