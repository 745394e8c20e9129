using MicroCred.App.Commands;
using MicroCred.App.Http;
using MicroCred.App.Identity;
using MicroCred.App.Notices;
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
[Feature(Features.Operation)]
internal sealed class ExportRecord(
    CallersApplications callers, ApplicationStore applications, DocumentStore documents, CurrentUser user, ReadLog log, TimeProvider time)
{
    [Function(nameof(ExportRecord)), Allow(Role.Registrar)]
    [Gives(StatusCodes.Status200OK, typeof(ApplicationRecord))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/operations/applications/{id:guid}/record")] HttpRequest request, Guid id, CancellationToken cancel)
    {
        Application application = await callers.Find(ApplicationId.New(id), cancel);
        log.Record(application.Id);
        WholeApplication whole = await applications.FindWhole(application.Id, cancel)
            ?? throw new RefusedException(RefusalKind.NotFound, $"There is no application {application.Id} any more.");
        IReadOnlyList<Notice> notices = await applications.NoticesSince(application.Id, 0, cancel);
        return Results.Ok(ApplicationRecord.Of(
            whole, notices, await ScansOf(whole.Application, cancel), user.Caller.Actor.Id, time.GetUtcNow()));
    }

    /// <summary>One storage request for each of the documents, of which there are few.</summary>
    private async Task<IReadOnlyList<CleanScan>> ScansOf(Application application, CancellationToken cancel)
    {
        List<CleanScan> scans = [];
        foreach (string sha256 in application.Documents.Select(document => document.Sha256).Distinct())
        {
            if (await documents.CleanScan(new StoredDocument(application.Id, sha256), cancel) is { } scan)
            {
                scans.Add(new CleanScan(sha256, scan.Id, scan.ETag));
            }
        }

        return scans;
    }
}
