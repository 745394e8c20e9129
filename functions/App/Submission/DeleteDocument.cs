using MicroCred.App.Http;
using MicroCred.App.Identity;
using MicroCred.App.OpenApi;
using MicroCred.App.Pipeline;
using MicroCred.App.Storage;
using MicroCred.Approval;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Submission;

/// <summary>A provider takes a document away from a draft or a returned application.</summary>
internal sealed class DeleteDocument(Acts acts, DocumentStore documents, CurrentUser user)
{
    [Function(nameof(DeleteDocument)), Allow(Role.Provider)]
    [HeedsIfMatch, HeedsIdempotencyKey]
    [Gives(StatusCodes.Status204NoContent)]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/applications/{id:guid}/documents/{doc}")] HttpRequest request,
        Guid id,
        string doc,
        CancellationToken cancel)
    {
        Case seen = await acts.Find(ApplicationId.New(id), cancel);
        IResult result = await acts.Perform(
            request,
            seen,
            body: null,
            (application, now) => new Taken(application.RemoveDocument(doc, user.Actor, now).Asked()),
            application => new Answer(StatusCodes.Status204NoContent, ETag: application.Tag()),
            told: null,
            cancel);
        if (seen.Application.Documents.FirstOrDefault(document => document.Id == doc) is { } removed)
        {
            Application now = (await acts.Find(seen.Application.Id, cancel)).Application;
            await documents.RemoveUnused(now, removed.Sha256, cancel);
        }

        return result;
    }
}
