using MicroCred.App.Http;
using MicroCred.App.Identity;
using MicroCred.App.OpenApi;
using MicroCred.App.Pipeline;
using MicroCred.App.Submission.Documents;
using MicroCred.App.Validation;
using MicroCred.Approval;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace MicroCred.App.Submission;

/// <summary>A provider hands in a whole application at once: draft, documents and submission in one zip. All of it is taken, or nothing.</summary>
internal sealed class SubmitPackage(
    Acts acts, Orchestrations orchestrations, PackageUpload upload, DocumentStore documents, CurrentUser user, Rules rules, HttpJson json)
{
    [Function(nameof(SubmitPackage)), Allow(Role.Provider)]
    [TakesFile("application/zip", "multipart/form-data")]
    [HeedsIdempotencyKey, Refuses(StatusCodes.Status412PreconditionFailed, StatusCodes.Status422UnprocessableEntity)]
    [Gives(StatusCodes.Status202Accepted, typeof(ApplicationView))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/applications/package")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancel)
    {
        await using ApplicationPackage package = await upload.ReadAsync(request, cancel);
        ApplicationContent content = RequestBody.Parse<ApplicationContent>(package.Application, json.Options);
        return await acts.Begin(
            request,
            new { content, package.Documents },
            async (id, now) => new Taken(await Submit(package, Application.Draft(id, user.Provider!, content, user.Actor, now), now, cancel)),
            application => Answer.Of(StatusCodes.Status202Accepted, application, location: $"/api/applications/{application.Id}"),
            application => orchestrations.StartOrTell(client, application),
            cancel);
    }

    private async Task<Change> Submit(ApplicationPackage package, Change draft, DateTimeOffset now, CancellationToken cancel)
    {
        Change change = draft;
        try
        {
            foreach (PackagedDocument packaged in package.Documents)
            {
                await using UploadedDocument uploaded = await package.TakeAsync(packaged, cancel);
                change = change.Then(application => uploaded.AddTo(application, user.Actor, now));
                await uploaded.Document.KeepAsync(change.Application.Id, cancel);
            }

            return change.Then(application => application.Submit(rules.Edition, user.Actor, now).Asked());
        }
        catch
        {
            await documents.RemoveAll(change.Application, CancellationToken.None);
            throw;
        }
    }
}
