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

namespace MicroCred.App.Submission;

/// <summary>A provider withdraws an application, at any time after submission and before it is on the register.</summary>
internal sealed class WithdrawApplication(Acts acts, Orchestrations orchestrations, CurrentUser user)
{
    [Function(nameof(WithdrawApplication)), Allow(Role.Provider)]
    [Takes(typeof(Withdrawal))]
    [HeedsIfMatch, HeedsIdempotencyKey, Refuses(StatusCodes.Status422UnprocessableEntity)]
    [Gives(StatusCodes.Status202Accepted, typeof(ApplicationView))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/applications/{id:guid}/withdrawal")] HttpRequest request,
        Guid id,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancel)
    {
        Case seen = await acts.Find(ApplicationId.New(id), cancel);
        Withdrawal withdrawal = await request.ReadBody<Withdrawal>(cancel);
        return await acts.Perform(
            request,
            seen,
            withdrawal,
            (application, now) => Withdraw(application, withdrawal.Reason, now),
            application => Answer.Of(StatusCodes.Status202Accepted, application),
            application => orchestrations.StartOrTell(client, application),
            cancel);
    }

    private Taken Withdraw(Application application, string reason, DateTimeOffset now)
    {
        Change change = application.Withdraw(reason, user.Actor, now).Asked();
        return new Taken(change, Notice.ToAssignees(application, change.Application, NoticeKind.Withdrawn, ("reason", reason)));
    }

    /// <summary>Why it is withdrawn.</summary>
    internal sealed record Withdrawal(string Reason);
}
