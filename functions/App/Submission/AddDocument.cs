using MicroCred.App.Http;
using MicroCred.App.Identity;
using MicroCred.App.OpenApi;
using MicroCred.App.Pipeline;
using MicroCred.App.Storage;
using MicroCred.App.Submission.Documents;
using MicroCred.Approval;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Submission;

/// <summary>A provider adds a document to a draft, a returned application or an answer. It is looked into before it counts.</summary>
internal sealed class AddDocument(Acts acts, DocumentUpload upload, DocumentStore documents, CurrentUser user)
{
    [Function(nameof(AddDocument)), Allow(Role.Provider)]
    [TakesFile("multipart/form-data", WithKind = true)]
    [HeedsIfMatch, HeedsIdempotencyKey, Refuses(StatusCodes.Status422UnprocessableEntity)]
    [Gives(StatusCodes.Status201Created, typeof(Document))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/applications/{id:guid}/documents")] HttpRequest request,
        Guid id,
        CancellationToken cancel)
    {
        Case seen = await acts.Find(ApplicationId.New(id), cancel);
        request.DemandMatch(seen.Application);
        if (!seen.Application.TakesDocuments)
        {
            throw new ProblemException(Problem.WrongState($"An application that is {seen.Application.Status.InWords()} takes no documents."));
        }

        await using UploadedDocument uploaded = await upload.ReadAsync(request, cancel);
        Change Add(Application application, DateTimeOffset now) => uploaded.AddTo(application, user.Actor, now);

        // What the application has no room for is refused before it is kept.
        _ = Add(seen.Application, seen.Application.CreatedAt);
        await uploaded.Document.KeepAsync(seen.Application.Id, cancel);
        try
        {
            return await acts.Perform(
                request,
                seen,
                new { uploaded.Kind, uploaded.Document.FileName, uploaded.Document.Sha256 },
                (application, now) => new Taken(Add(application, now)),
                application => new Answer(
                    StatusCodes.Status201Created,
                    application.Documents[^1],
                    $"/api/applications/{application.Id}/documents/{application.Documents[^1].Id}",
                    application.Tag()),
                told: null,
                cancel);
        }
        catch (ProblemException)
        {
            await documents.RemoveUnused(seen.Application, uploaded.Document.Sha256, CancellationToken.None);
            throw;
        }
    }
}
