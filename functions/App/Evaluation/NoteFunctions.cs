using MicroCred.App.Commands;
using MicroCred.App.Http;
using MicroCred.App.Identity;
using MicroCred.App.Telemetry;
using MicroCred.Approval;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace MicroCred.App.Evaluation;

/// <summary>Private notes on an application, which no provider gets in any form.</summary>
[Feature(Features.Evaluation)]
internal sealed class NoteFunctions(JsonCommands commands, CallersApplications applications, CurrentUser user)
{
    [Function(nameof(WriteNote)), Allow<WriteNote>]
    [Takes(typeof(WriteNote.Words))]
    [HeedsIfMatch, HeedsIdempotencyKey]
    [Gives(StatusCodes.Status201Created, typeof(NoteView))]
    public async Task<IResult> WriteAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/tasks/{id}/notes")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken
    ) =>
        TaskId.TryCreate(id, out var task)
            ? await commands.ChangeAsync<WriteNote.Words, WriteNote>(
                request,
                task.Application.Value,
                (_, body) => new(task, body),
                application => new Answer(
                    StatusCodes.Status201Created,
                    NoteView.Of(application.Notes[^1]),
                    $"/api/applications/{application.Id}/notes",
                    application.Tag()
                ),
                client,
                cancellationToken
            )
            : throw new ProblemException(Problem.NotFound);

    [Function("ListNotes"), Allow(Role.Evaluator, Role.Registrar)]
    [Gives(StatusCodes.Status200OK, typeof(NotesView))]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/applications/{id:guid}/notes")] HttpRequest request,
        Guid id,
        CancellationToken cancellationToken
    ) =>
        Results.Ok(
            NotesView.Of((await applications.FindAsync(ApplicationId.New(id), cancellationToken)).NotesShownTo(user.Caller.Actor.Id))
        );
}
