using MicroCred.App.Commands;
using MicroCred.App.Http;
using MicroCred.App.Telemetry;
using MicroCred.Approval;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace MicroCred.App.Submission;

/// <summary>What a provider may do with a draft.</summary>
[Feature(Features.Submission)]
internal sealed class DraftFunctions(JsonCommands commands)
{
    [Function(nameof(CreateApplication)), Allow<CreateApplication>]
    [Takes(typeof(ApplicationContent))]
    [HeedsIdempotencyKey, Refuses(StatusCodes.Status410Gone, StatusCodes.Status429TooManyRequests)]
    [Gives(StatusCodes.Status201Created, typeof(ApplicationView))]
    public async Task<IResult> CreateAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/applications")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken
    ) =>
        await commands.BeginAsync(
            request,
            new CreateApplication(await request.ReadBodyAsync<ApplicationContent>(cancellationToken)),
            application => Answer.Of(StatusCodes.Status201Created, application, location: $"/api/applications/{application.Id}"),
            client,
            cancellationToken
        );

    [Function(nameof(ReplaceApplication)), Allow<ReplaceApplication>]
    [Takes(typeof(ApplicationContent))]
    [HeedsIfMatch, HeedsIdempotencyKey]
    [Gives(StatusCodes.Status200OK, typeof(ApplicationView))]
    public Task<IResult> ReplaceAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/applications/{id:guid}")] HttpRequest request,
        Guid id,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken
    ) =>
        commands.ChangeAsync<ApplicationContent, ReplaceApplication>(
            request,
            id,
            (application, content) => new(application, content),
            application => Answer.Of(StatusCodes.Status200OK, application),
            client,
            cancellationToken
        );

    [Function(nameof(DeleteApplication)), Allow<DeleteApplication>]
    [HeedsIfMatch, Refuses(StatusCodes.Status409Conflict)]
    [Gives(StatusCodes.Status204NoContent)]
    public Task<IResult> DeleteAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/applications/{id:guid}")] HttpRequest request,
        Guid id,
        CancellationToken cancellationToken
    ) => commands.DeleteAsync(request, new DeleteApplication(ApplicationId.New(id)), cancellationToken);
}
