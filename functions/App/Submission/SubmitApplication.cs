using MicroCred.App.Http;
using MicroCred.App.Identity;
using MicroCred.App.OpenApi;
using MicroCred.App.Pipeline;
using MicroCred.App.Validation;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace MicroCred.App.Submission;

/// <summary>A provider submits an application, or submits a returned one again.</summary>
internal sealed class SubmitApplication(Acts acts, Orchestrations orchestrations, CurrentUser user, Rules rules)
{
    [Function(nameof(SubmitApplication)), Allow(Role.Provider)]
    [HeedsIfMatch, HeedsIdempotencyKey]
    [Gives(StatusCodes.Status202Accepted, typeof(ApplicationView))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/applications/{id:guid}/submission")] HttpRequest request,
        Guid id,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancel) => await acts.Perform(
            request,
            await acts.Find(ApplicationId.New(id), cancel),
            body: null,
            (application, now) => new Taken(application.Submit(rules.Edition, user.Actor, now).Asked()),
            application => Answer.Of(StatusCodes.Status202Accepted, application, location: $"/api/applications/{application.Id}"),
            application => orchestrations.StartOrTell(client, application),
            cancel);
}
