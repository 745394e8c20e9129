using MicroCred.App.Commands;
using MicroCred.App.Http;
using MicroCred.App.Identity;
using MicroCred.App.Quotas;
using MicroCred.App.Submission.Packages;
using MicroCred.App.Telemetry;
using MicroCred.Approval;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace MicroCred.App.Submission;

/// <summary>How a provider submits an application, and withdraws it.</summary>
[Feature(Features.Submission)]
internal sealed class SubmissionFunctions(
    JsonCommands commands,
    CallersQuotas quotas,
    PackageUpload upload,
    PackageSubmission packages,
    CurrentUser user
)
{
    [Function(nameof(SubmitApplication)), Allow<SubmitApplication>]
    [HeedsIfMatch, HeedsIdempotencyKey]
    [Gives(StatusCodes.Status202Accepted, typeof(ApplicationView))]
    public Task<IResult> SubmitAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/applications/{id:guid}/submission")] HttpRequest request,
        Guid id,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken
    ) => commands.ChangeAsync(request, new SubmitApplication(ApplicationId.New(id)), Submitted, client, cancellationToken);

    [Function(nameof(SubmitPackage)), Allow<SubmitPackage>]
    [TakesFile("application/zip", "multipart/form-data")]
    [HeedsIdempotencyKey, Refuses(StatusCodes.Status410Gone, StatusCodes.Status429TooManyRequests)]
    [Gives(StatusCodes.Status202Accepted, typeof(ApplicationView))]
    [Gives(StatusCodes.Status202Accepted, typeof(PackageItems))]
    public async Task<IResult> SubmitPackagedAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/applications/package")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken
    )
    {
        await quotas.DemandRoomAsync(request, Quota.Drafts, Quota.Documents, Quota.Bytes);
        await using var package = await upload.ReadAsync(file =>
            request.CopyZipToAsync(file, PackageUpload.Largest, PackageUpload.TooLarge, cancellationToken)
        );
        if (package.Applications is not [var files])
        {
            return Results.Json(
                new PackageItems(await packages.SubmitAsync(package, user.Caller, request.IdempotencyKey(), client, cancellationToken)),
                statusCode: StatusCodes.Status202Accepted
            );
        }

        await using var application = package.Open(files);
        var content = RequestBody.Parse<ApplicationContent>(application.Application);
        return await commands.BeginAsync(
            request,
            new SubmitPackage(content, await application.TakeAllAsync(cancellationToken)),
            Submitted,
            client,
            cancellationToken
        );
    }

    [Function(nameof(WithdrawApplication)), Allow<WithdrawApplication>]
    [Takes(typeof(WithdrawApplication.Withdrawal))]
    [HeedsIfMatch, HeedsIdempotencyKey]
    [Gives(StatusCodes.Status202Accepted, typeof(ApplicationView))]
    public Task<IResult> WithdrawAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/applications/{id:guid}/withdrawal")] HttpRequest request,
        Guid id,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken
    ) =>
        commands.ChangeAsync<WithdrawApplication.Withdrawal, WithdrawApplication>(
            request,
            id,
            (application, body) => new(application, body),
            application => Answer.Of(StatusCodes.Status202Accepted, application),
            client,
            cancellationToken
        );

    private static Answer Submitted(Application application) =>
        Answer.Of(StatusCodes.Status202Accepted, application, location: $"/api/applications/{application.Id}");
}
