using MicroCred.App.Http;
using MicroCred.App.Identity;
using MicroCred.App.OpenApi;
using MicroCred.App.Pipeline;
using MicroCred.Approval;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace MicroCred.App.Submission;

/// <summary>A provider begins an application.</summary>
internal sealed class CreateApplication(Acts acts, CurrentUser user)
{
    [Function(nameof(CreateApplication)), Allow(Role.Provider)]
    [Takes(typeof(ApplicationContent))]
    [HeedsIdempotencyKey, Refuses(StatusCodes.Status412PreconditionFailed)]
    [Gives(StatusCodes.Status201Created, typeof(ApplicationView))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/applications")] HttpRequest request, CancellationToken cancel)
    {
        ApplicationContent content = await request.ReadBody<ApplicationContent>(cancel);
        return await acts.Begin(
            request,
            content,
            (id, now) => Task.FromResult(new Taken(Application.Draft(id, user.Provider!, content, user.Actor, now))),
            application => Answer.Of(StatusCodes.Status201Created, application, location: $"/api/applications/{application.Id}"),
            told: null,
            cancel);
    }
}
