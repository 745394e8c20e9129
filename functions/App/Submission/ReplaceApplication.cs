using MicroCred.App.Http;
using MicroCred.App.Identity;
using MicroCred.App.OpenApi;
using MicroCred.App.Pipeline;
using MicroCred.App.Storage;
using MicroCred.Approval;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Submission;

/// <summary>A provider replaces what they entered, in a draft or a returned application.</summary>
internal sealed class ReplaceApplication(Acts acts, CurrentUser user)
{
    [Function(nameof(ReplaceApplication)), Allow(Role.Provider)]
    [Takes(typeof(ApplicationContent))]
    [HeedsIfMatch, HeedsIdempotencyKey]
    [Gives(StatusCodes.Status200OK, typeof(ApplicationView))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/applications/{id:guid}")] HttpRequest request, Guid id, CancellationToken cancel)
    {
        Case seen = await acts.Find(ApplicationId.New(id), cancel);
        ApplicationContent content = await request.ReadBody<ApplicationContent>(cancel);
        return await acts.Perform(
            request,
            seen,
            content,
            (application, now) => new Taken(application.Replace(content, user.Actor, now).Asked()),
            application => Answer.Of(StatusCodes.Status200OK, application),
            told: null,
            cancel);
    }
}
