using MicroCred.App.Commands;
using MicroCred.App.Http;
using MicroCred.App.Identity;
using MicroCred.App.Storage;
using MicroCred.App.Telemetry;
using MicroCred.Approval;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Operation;

/// <summary>
/// Everything stored about one application, for audit: its state, its events with their hashes, the letters about it, and whether the chain
/// is intact. It includes what a provider and evaluators wrote, so it is for the registrar and not for operators.
/// </summary>
[Feature(Features.Operation)]
internal sealed class ExportRecord(
    CallersApplications callers,
    ApplicationStore applications,
    DocumentStore documents,
    CurrentUser user,
    ReadLog log,
    TimeProvider time
)
{
    [Function(nameof(ExportRecord)), Allow(Role.Registrar)]
    [Gives(StatusCodes.Status200OK, typeof(ApplicationRecord))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/operations/applications/{id:guid}/record")] HttpRequest request,
        Guid id,
        CancellationToken cancellationToken
    )
    {
        var application = await callers.FindAsync(ApplicationId.New(id), cancellationToken);
        if (application.IsBlind(user.Caller.Actor.Id))
        {
            throw new RefusedException(RefusalKind.WrongState, "You are to review it: record your own findings on every criterion first.");
        }

        log.Record(application.Id);
        var whole = await applications.FindWholeAsync(application.Id, cancellationToken)
            ?? throw new RefusedException(RefusalKind.NotFound, $"There is no application {application.Id} any more.");
        var notices = await applications.NoticesSinceAsync(application.Id, 0, cancellationToken);
        return Results.Ok(
            ApplicationRecord.Of(
                whole,
                notices,
                await ScansOfAsync(whole.Application, cancellationToken),
                user.Caller.Actor.Id,
                time.GetUtcNow()
            )
        );
    }

    /// <summary>One storage request for each of the documents, of which there are few.</summary>
    private async Task<IReadOnlyList<CleanScan>> ScansOfAsync(Application application, CancellationToken cancellationToken)
    {
        List<CleanScan> scans = [];
        foreach (var sha256 in application.Documents.Select(document => document.Sha256).Distinct())
        {
            if (await documents.CleanScanAsync(new StoredDocument(application.Id, sha256), cancellationToken) is { } scan)
            {
                scans.Add(new CleanScan(sha256, scan.Id, scan.ETag));
            }
        }

        return scans;
    }
}
