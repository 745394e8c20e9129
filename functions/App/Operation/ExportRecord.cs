using MicroCred.App.Commands;
using MicroCred.App.Http;
using MicroCred.App.Identity;
using MicroCred.App.OpenApi;
using MicroCred.App.Storage;
using MicroCred.Approval;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Operation;

/// <summary>
/// Everything that is kept of one application, for audit: its state, its events with their hashes, what people were told, and whether the
/// chain holds. It has what a provider and evaluators wrote, so it is for the registrar, whose record it is, and not for operators.
/// </summary>
internal sealed class ExportRecord(CallersApplications callers, ApplicationStore applications, CurrentUser user, TimeProvider time)
{
    [Function(nameof(ExportRecord)), Allow(Role.Registrar)]
    [Gives(StatusCodes.Status200OK, typeof(ApplicationRecord))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/operations/applications/{id:guid}/record")] HttpRequest request, Guid id, CancellationToken cancel)
    {
        Application application = await callers.Find(ApplicationId.New(id), cancel);
        WholeApplication whole = await applications.FindWhole(application.Id, cancel)
            ?? throw new RefusedException(RefusalKind.NotFound, $"There is no application {application.Id} any more.");
        return Results.Ok(ApplicationRecord.Of(
            whole, await applications.NoticesSince(application.Id, 0, cancel), user.Caller.Actor.Id, time.GetUtcNow()));
    }
}
