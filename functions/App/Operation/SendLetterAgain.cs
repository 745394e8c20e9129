using MicroCred.App.Http;
using MicroCred.App.Identity;
using MicroCred.App.Notices;
using MicroCred.App.Notification;
using MicroCred.App.OpenApi;
using MicroCred.App.Storage;
using MicroCred.Approval;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Operation;

/// <summary>
/// Sends one letter of an application again, as it was written, to the address that the directory has now. It carries the same message id, by
/// which mail systems recognise what they have had.
/// </summary>
[Feature(Features.Operation)]
internal sealed class SendLetterAgain(ApplicationStates states, ApplicationStore applications, NotificationQueue notifications, OperatorLog log)
{
    [Function(nameof(SendLetterAgain)), Allow(Role.Operator)]
    [Takes(typeof(Order))]
    [Gives(StatusCodes.Status202Accepted, typeof(LetterLine))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/operations/applications/{id:guid}/letters")] HttpRequest request,
        Guid id,
        CancellationToken cancel)
    {
        Order order = await request.ReadBody<Order>(cancel);
        Application application = await states.Find(id, cancel);
        Notice notice = (await applications.NoticesSince(application.Id, 0, cancel)).FirstOrDefault(notice => notice.Envelope.Id == order.Letter)
            ?? throw new ProblemException(Problem.NotAcceptable("letter: give the id of a letter of this application, as its state lists them."));
        return await log.Do("sending again", notice.Envelope.Id, order.Reason, Send, cancel);

        async Task<IResult> Send()
        {
            await notifications.Send([notice], cancel);
            return Results.Json(LetterLine.Of(notice), statusCode: StatusCodes.Status202Accepted);
        }
    }

    /// <summary>Which letter, and why.</summary>
    internal sealed record Order([property: TextLimit(TextLimit.Title)] string Letter, [property: TextLimit(TextLimit.Sentence)] string Reason);
}
