using MicroCred.App.Commands;
using MicroCred.App.Http;
using MicroCred.App.OpenApi;
using MicroCred.App.Operation;
using MicroCred.Approval;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace MicroCred.App.Submission;

/// <summary>What a provider does with an application while it is written.</summary>
[Feature(Features.Submission)]
internal sealed class DraftFunctions(JsonCommands commands)
{
    [Function(nameof(CreateApplication)), Allow<CreateApplication>]
    [Takes(typeof(ApplicationContent))]
    [HeedsIdempotencyKey, Refuses(StatusCodes.Status410Gone, StatusCodes.Status429TooManyRequests)]
    [Gives(StatusCodes.Status201Created, typeof(ApplicationView))]
    public async Task<IResult> Create(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/applications")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancel) => await commands.Begin(
            request,
            new CreateApplication(await request.ReadBody<ApplicationContent>(cancel)),
            application => Answer.Of(StatusCodes.Status201Created, application, location: $"/api/applications/{application.Id}"),
            client,
            cancel);

    [Function(nameof(ReplaceApplication)), Allow<ReplaceApplication>]
    [Takes(typeof(ApplicationContent))]
    [HeedsIfMatch, HeedsIdempotencyKey]
    [Gives(StatusCodes.Status200OK, typeof(ApplicationView))]
    public Task<IResult> Replace(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/applications/{id:guid}")] HttpRequest request,
        Guid id,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancel) => commands.Change<ApplicationContent, ReplaceApplication>(
            request,
            id,
            (application, content) => new(application, content),
            application => Answer.Of(StatusCodes.Status200OK, application),
            client,
            cancel);

    [Function(nameof(DeleteApplication)), Allow<DeleteApplication>]
    [HeedsIfMatch, Refuses(StatusCodes.Status409Conflict)]
    [Gives(StatusCodes.Status204NoContent)]
    public Task<IResult> Delete(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/applications/{id:guid}")] HttpRequest request,
        Guid id,
        CancellationToken cancel) => commands.Delete(request, new DeleteApplication(ApplicationId.New(id)), cancel);
}
