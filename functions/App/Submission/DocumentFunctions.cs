using MicroCred.App.Commands;
using MicroCred.App.Http;
using MicroCred.App.Identity;
using MicroCred.App.Quotas;
using MicroCred.App.Submission.Uploads;
using MicroCred.App.Telemetry;
using MicroCred.Approval;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace MicroCred.App.Submission;

/// <summary>What a provider may do with the documents of an application.</summary>
[Feature(Features.Submission)]
internal sealed class DocumentFunctions(
    JsonCommands commands,
    CallersApplications applications,
    CallersQuotas quotas,
    DocumentUpload upload,
    CurrentUser user
)
{
    [Function(nameof(AddDocument)), Allow<AddDocument>]
    [TakesFile("multipart/form-data", WithKind = true)]
    [HeedsIfMatch, HeedsIdempotencyKey, Refuses(StatusCodes.Status429TooManyRequests)]
    [Gives(StatusCodes.Status201Created, typeof(DocumentView))]
    public async Task<IResult> AddAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/applications/{id:guid}/documents")] HttpRequest request,
        Guid id,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken
    )
    {
        var seen = await applications.FindStoredAsync(ApplicationId.New(id), cancellationToken);
        DemandWorthReading(request, seen.Application);
        await quotas.DemandRoomAsync(request, Quota.Documents, Quota.Bytes);
        RequestParts parts = new(request, DocumentUpload.Largest, DocumentUpload.TooLarge);
        (var document, var bytes) = await upload.ReadAsync(parts.ReadAllAsync(cancellationToken), cancellationToken);
        await using (bytes)
        {
            return await commands.ChangeAsync(
                request,
                new AddDocument(seen.Application.Id, document),
                AnswerOf,
                client,
                cancellationToken,
                seen
            );
        }
    }

    [Function(nameof(DeleteDocument)), Allow<DeleteDocument>]
    [HeedsIfMatch, HeedsIdempotencyKey]
    [Gives(StatusCodes.Status204NoContent)]
    public Task<IResult> DeleteAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/applications/{id:guid}/documents/{doc}")] HttpRequest request,
        Guid id,
        string doc,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken
    ) =>
        commands.ChangeAsync(
            request,
            new DeleteDocument(ApplicationId.New(id), doc),
            application => new Answer(StatusCodes.Status204NoContent, ETag: application.ToldTag()),
            client,
            cancellationToken
        );

    /// <summary>
    /// Refuses an upload early that can't be accepted. One with an idempotency key may repeat an accepted upload, so it is read anyway.
    /// </summary>
    /// <exception cref="ProblemException">412 where the application has changed, 409 where it takes no documents.</exception>
    private void DemandWorthReading(HttpRequest request, Application application)
    {
        if (request.IdempotencyKey() is not null)
        {
            return;
        }

        if (request.Expected(user.Caller) is { } isExpected && !isExpected(application))
        {
            throw new ProblemException(Problem.Moved);
        }

        if (!application.TakesDocuments)
        {
            throw new ProblemException(Problem.WrongState($"An application that is {application.Status.InWords()} takes no documents."));
        }
    }

    private static Answer AnswerOf(Application application) =>
        new(
            StatusCodes.Status201Created,
            DocumentView.Of(application.Documents[^1]),
            $"/api/applications/{application.Id}/documents/{application.Documents[^1].Id}",
            application.ToldTag()
        );
}
