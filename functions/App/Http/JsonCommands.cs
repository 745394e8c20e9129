using System.Text.Json;
using MicroCred.App.Commands;
using MicroCred.App.Identity;
using MicroCred.App.Serialization;
using MicroCred.App.Storage;
using MicroCred.Approval;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;

namespace MicroCred.App.Http;

/// <summary>
/// Runs commands that arrive as JSON over HTTP, on behalf of the sender: reads the body, <c>If-Match</c> and <c>Idempotency-Key</c>, and
/// turns each result into a response or a problem. The application is looked up before the body is read, so that errors about a body reveal
/// nothing of others' applications.
/// </summary>
internal sealed class JsonCommands(CommandRunner runner, CallersApplications applications, CurrentUser user)
{
    /// <summary>Begins an application.</summary>
    public async Task<IResult> BeginAsync<TCommand>(
        HttpRequest request,
        TCommand command,
        Func<Application, Answer> answer,
        DurableTaskClient client,
        CancellationToken cancellationToken
    )
        where TCommand : INewApplicationCommand =>
        ResultOf(await runner.BeginAsync(command, user.Caller, OptionsOf(request, answer), client, cancellationToken), answer);

    /// <summary>Changes an application by a command in the body.</summary>
    /// <param name="request">The request.</param>
    /// <param name="id">The application's id.</param>
    /// <param name="command">Creates the command from the application and the body.</param>
    /// <param name="answer">Makes the answer.</param>
    /// <param name="client">Tells the orchestration.</param>
    /// <param name="cancellationToken">Cancels what isn't written yet.</param>
    /// <param name="tagOf">The tag that <c>If-Match</c> names; null for the application's own.</param>
    public async Task<IResult> ChangeAsync<TBody, TCommand>(
        HttpRequest request,
        Guid id,
        Func<ApplicationId, TBody, TCommand> command,
        Func<Application, Answer> answer,
        DurableTaskClient client,
        CancellationToken cancellationToken,
        Func<Application, string>? tagOf = null
    )
        where TBody : class
        where TCommand : IApplicationCommand
    {
        var seen = await applications.FindStoredAsync(ApplicationId.New(id), cancellationToken);
        var body = await request.ReadBodyAsync<TBody>(HasMoved(request, seen, tagOf), cancellationToken);
        return await ChangeAsync(request, command(seen.Application.Id, body), answer, client, cancellationToken, seen, tagOf);
    }

    /// <summary>Acts on a task by a command in the body.</summary>
    /// <param name="request">The request.</param>
    /// <param name="id">The task's id.</param>
    /// <param name="command">Creates the command from the task and the body.</param>
    /// <param name="answer">Makes the answer; null for the task itself.</param>
    /// <param name="client">Tells the orchestration.</param>
    /// <param name="cancellationToken">Cancels what isn't written yet.</param>
    public async Task<IResult> ChangeTaskAsync<TBody, TCommand>(
        HttpRequest request,
        string id,
        Func<TaskId, TBody, TCommand> command,
        Func<Application, Answer>? answer,
        DurableTaskClient client,
        CancellationToken cancellationToken
    )
        where TBody : class
        where TCommand : ITaskCommand
    {
        if (!TaskId.TryCreate(id, out var task))
        {
            return Problem.NotFound.ToResult();
        }

        // With a key it may be a repeat. That is answered even where the task, and with it the right to see it, has been given away since.
        var seen = await applications.TryFindStoredAsync(task.Application, cancellationToken);
        var isTheirs = seen is not null && user.Caller.MayActOn(seen.Application, task);
        var mayBeRepeat =
            !isTheirs
            && request.IdempotencyKey() is { } key
            && (seen is not null || TCommand.MayEndSight)
            && await runner.FindAnswerAsync<TCommand>(task.Application, user.Caller, key, cancellationToken) is not null;
        if (!isTheirs && !mayBeRepeat)
        {
            return Problem.NotFound.ToResult();
        }

        var body = await request.ReadBodyAsync<TBody>(HasMoved(request, seen), cancellationToken);
        return await ChangeAsync(
            request,
            command(task, body),
            answer ?? (application => Answer.Of(application, task)),
            client,
            cancellationToken,
            seen
        );
    }

    /// <summary>Changes an application by a command given by the path alone or read already.</summary>
    /// <param name="request">The request.</param>
    /// <param name="command">The command.</param>
    /// <param name="answer">Makes the answer.</param>
    /// <param name="client">Starts the application's orchestration, or tells it.</param>
    /// <param name="cancellationToken">Cancels what isn't written yet.</param>
    /// <param name="seen">The application as just read for the caller; null where it wasn't read.</param>
    /// <param name="tagOf">The tag that <c>If-Match</c> names; null for the application's own.</param>
    public async Task<IResult> ChangeAsync<TCommand>(
        HttpRequest request,
        TCommand command,
        Func<Application, Answer> answer,
        DurableTaskClient client,
        CancellationToken cancellationToken,
        StoredApplication? seen = null,
        Func<Application, string>? tagOf = null
    )
        where TCommand : IApplicationCommand =>
        ResultOf(
            await runner.ChangeAsync(
                command,
                user.Caller,
                OptionsOf(request, answer, tagOf) with
                {
                    Seen = seen,
                },
                client,
                cancellationToken
            ),
            answer
        );

    /// <summary>Removes an application.</summary>
    public async Task<IResult> DeleteAsync<TCommand>(HttpRequest request, TCommand command, CancellationToken cancellationToken)
        where TCommand : IDeletionCommand =>
        ResultOf(
            await runner.DeleteAsync(
                command,
                user.Caller,
                new CommandOptions { Expected = request.Expected(user.Caller) },
                cancellationToken
            ),
            _ => new Answer(StatusCodes.Status204NoContent)
        );

    private bool HasMoved(HttpRequest request, StoredApplication? seen, Func<Application, string>? tagOf = null) =>
        seen is not null && request.Expected(user.Caller, tagOf)?.Invoke(seen.Application) == false;

    private CommandOptions OptionsOf(HttpRequest request, Func<Application, Answer> answer, Func<Application, string>? tagOf = null) =>
        new()
        {
            Idempotency = request.IdempotencyKey() is { } key
                ? new Idempotency(key, application => JsonSerializer.SerializeToElement(answer(application), AppJson.Api))
                : null,
            Expected = request.Expected(user.Caller, tagOf),
        };

    private static IResult ResultOf(CommandResult result, Func<Application, Answer> answer) =>
        result switch
        {
            CommandResult.Done(var application) => answer(application).ToResult(),
            CommandResult.Repeated(var kept) => kept.Deserialize<Answer>(AppJson.Api)!.ToResult(),
            CommandResult.KeyUsed => Problem.KeyUsed.ToResult(),
            CommandResult.Deleted => Problem.Deleted.ToResult(),
            CommandResult.OverQuota(var exceeded) => Problem.Of(exceeded).ToResult(),
            CommandResult.Busy => Problem.Busy.ToResult(),
            CommandResult.Refused(var refusal) => Problem.Of(refusal).ToResult(),
            CommandResult.Moved => Problem.Moved.ToResult(),
            CommandResult.NotFound => Problem.NotFound.ToResult(),
            CommandResult.NotAllowed => Problem.WrongRole.ToResult(),
            _ => throw new ArgumentOutOfRangeException(nameof(result), result, "No answer is known for this result."),
        };
}
