using MicroCred.App.Http;
using MicroCred.App.Identity;
using MicroCred.App.Notices;
using MicroCred.App.Storage;
using MicroCred.App.Telemetry;
using MicroCred.Approval;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Operation;

/// <summary>
/// Sends one letter of an application again, with the same text, to the address that the directory has now. It carries the same message id,
/// so that mail systems recognise a duplicate.
/// </summary>
[Feature(Features.Operation)]
internal sealed class SendLetterAgain(
    ApplicationStates states,
    ApplicationStore applications,
    INotificationQueue notifications,
    OperatorLog log
)
{
    [Function(nameof(SendLetterAgain)), Allow(Role.Operator)]
    [Takes(typeof(Order))]
    [Gives(StatusCodes.Status202Accepted, typeof(LetterLine))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/operations/applications/{id:guid}/letters")] HttpRequest request,
        Guid id,
        CancellationToken cancellationToken
    )
    {
        var order = await request.ReadBodyAsync<Order>(cancellationToken);
        var application = await states.FindAsync(id, cancellationToken);
        Notice notice = (await applications.NoticesSinceAsync(application.Id, 0, cancellationToken)).FirstOrDefault(notice =>
            notice.Envelope.Id == order.Letter
        )
            ?? throw new ProblemException(
                Problem.NotAcceptable("letter: give the id of a letter of this application, as its state lists them.")
            );
        return await log.DoAsync("sending again", notice.Envelope.Id, order.Reason, SendAsync, cancellationToken);

        async Task<IResult> SendAsync()
        {
            await notifications.SendAsync([notice], cancellationToken);
            return Results.Json(LetterLine.Of(notice), statusCode: StatusCodes.Status202Accepted);
        }
    }

    /// <summary>The letter and the reason.</summary>
    internal sealed record Order(
        [property: TextLimit(TextLimit.Title)] string Letter,
        [property: TextLimit(TextLimit.Sentence)] string Reason
    );
}
