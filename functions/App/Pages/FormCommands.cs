using System.Text.Json;
using MicroCred.App.Commands;
using MicroCred.App.Http;
using MicroCred.App.Identity;
using MicroCred.App.Storage;
using MicroCred.Approval;
using MicroCred.Portal;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;

namespace MicroCred.App.Pages;

/// <summary>
/// Runs commands that come as forms, for the person who sends them: goes on to the next page where one is done, and shows the form again,
/// with what was typed and why, where it isn't.
/// </summary>
internal sealed class FormCommands(CommandRunner runner, CurrentUser user, CallersPages pages)
{
    /// <summary>Begins an application. The same form sent twice begins one.</summary>
    /// <param name="request">The request.</param>
    /// <param name="form">The form.</param>
    /// <param name="command">The command.</param>
    /// <param name="next">The address to go on to.</param>
    /// <param name="again">The page with the form.</param>
    /// <param name="client">Starts the application's orchestration.</param>
    /// <param name="cancellationToken">Cancels what isn't written yet.</param>
    public async Task<IResult> BeginAsync<TCommand>(
        HttpRequest request,
        Form form,
        TCommand command,
        Func<Application, string> next,
        Func<Form, Task<PageModel>> again,
        DurableTaskClient client,
        CancellationToken cancellationToken
    )
        where TCommand : INewApplicationCommand
    {
        var result = await BeginAsync(form.Key);
        if (result is CommandResult.KeyUsed)
        {
            // The same form, sent again with other answers, is another application.
            result = await BeginAsync(Guid.NewGuid().ToString("N"));
        }

        return await ResultOfAsync(request, form, result, next, again);

        Task<CommandResult> BeginAsync(string key) =>
            runner.BeginAsync(command, user.Caller, new CommandOptions { Idempotency = Keep(key, next) }, client, cancellationToken);
    }

    /// <summary>Changes an application, unless it changed since the form was made. The same form sent twice changes it once.</summary>
    /// <param name="request">The request.</param>
    /// <param name="form">The form.</param>
    /// <param name="command">The command.</param>
    /// <param name="next">The address to go on to.</param>
    /// <param name="again">The page with the form.</param>
    /// <param name="client">Starts the application's orchestration, or tells it.</param>
    /// <param name="cancellationToken">Cancels what isn't written yet.</param>
    /// <param name="seen">The application as it was just read for the caller; null where it wasn't.</param>
    /// <param name="revisionOf">The revision of the part that the form is about; null for the application's own.</param>
    public async Task<IResult> ChangeAsync<TCommand>(
        HttpRequest request,
        Form form,
        TCommand command,
        Func<Application, string> next,
        Func<Form, Task<PageModel>> again,
        DurableTaskClient client,
        CancellationToken cancellationToken,
        StoredApplication? seen = null,
        Func<Application, int>? revisionOf = null
    )
        where TCommand : IApplicationCommand
    {
        var options = OptionsOf(form, seen, revisionOf);
        var result = await runner.ChangeAsync(
            command,
            user.Caller,
            options with
            {
                Idempotency = Keep(form.Key, next),
            },
            client,
            cancellationToken
        );
        if (result is CommandResult.KeyUsed)
        {
            // The same form, sent again with other answers, is another change.
            result = await runner.ChangeAsync(command, user.Caller, options, client, cancellationToken);
        }

        return await ResultOfAsync(request, form, result, next, again);
    }

    /// <summary>Removes an application. The same form sent twice is answered alike.</summary>
    public async Task<IResult> DeleteAsync<TCommand>(
        HttpRequest request,
        Form form,
        TCommand command,
        string next,
        Func<Form, Task<PageModel>> again,
        CancellationToken cancellationToken
    )
        where TCommand : IDeletionCommand =>
        await ResultOfAsync(
            request,
            form,
            await runner.DeleteAsync(
                command,
                user.Caller,
                OptionsOf(form, seen: null) with
                {
                    Idempotency = Keep(form.Key, _ => next),
                },
                cancellationToken
            ),
            _ => next,
            again
        );

    /// <summary>
    /// Answers a form about what the person doesn't see, or no longer has: where the form itself took it from them and is sent again, as it
    /// was answered then.
    /// </summary>
    /// <exception cref="ProblemException">404 where it is anything else.</exception>
    public async Task<IResult> RepeatAsync<TCommand>(HttpRequest request, ApplicationId id, CancellationToken cancellationToken)
        where TCommand : ICommand =>
        HttpMethods.IsPost(request.Method)
        && FormPosts.IsForm(request)
        && await FormPosts.ReadAnyonesAsync(request, cancellationToken) is { Key: var key }
        && await runner.FindAnswerAsync<TCommand>(id, user.Caller, key, cancellationToken) is { ValueKind: JsonValueKind.String } kept
            ? new SeeOther(kept.GetString()!)
            : throw new ProblemException(Problem.NotFound);

    /// <summary>Shows what a command would do, to be confirmed; the form again where it couldn't be done.</summary>
    /// <param name="request">The request.</param>
    /// <param name="form">The form.</param>
    /// <param name="command">The command.</param>
    /// <param name="preview">The page that shows what it would do.</param>
    /// <param name="again">The page with the form.</param>
    /// <param name="seen">The application as it was just read for the caller.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public async Task<IResult> PreviewAsync<TCommand>(
        HttpRequest request,
        Form form,
        TCommand command,
        PageModel preview,
        Func<Form, Task<PageModel>> again,
        StoredApplication seen,
        CancellationToken cancellationToken
    )
        where TCommand : IApplicationCommand
    {
        var result = await runner.TryAsync(command, user.Caller, OptionsOf(form, seen), seen, cancellationToken);
        return result is CommandResult.Done
            ? await pages.ShowAsync(request, preview)
            : await ResultOfAsync(request, form, result, _ => request.Path, again);
    }

    /// <summary>The application's revision, as the person who sends forms may know it.</summary>
    public int RevisionOf(Application application) => application.RevisionAsToldTo(user.Caller);

    /// <summary>Has the address to go on to kept, for when the form is sent twice or its answer was lost.</summary>
    private static Idempotency Keep(string key, Func<Application, string> next) =>
        new(key, application => JsonSerializer.SerializeToElement(next(application)));

    private CommandOptions OptionsOf(Form form, StoredApplication? seen, Func<Application, int>? revisionOf = null) =>
        new()
        {
            Expected = form.Revision is { } revision
                ? application => (revisionOf?.Invoke(application) ?? RevisionOf(application)) == revision
                : null,
            Seen = seen,
        };

    private async Task<IResult> ResultOfAsync(
        HttpRequest request,
        Form form,
        CommandResult result,
        Func<Application, string> next,
        Func<Form, Task<PageModel>> again
    )
    {
        switch (result)
        {
            case CommandResult.Done(var application):
                return new SeeOther(next(application));
            case CommandResult.Repeated(var kept):
                return new SeeOther(kept.GetString()!);
            case CommandResult.Refused({ Kind: RefusalKind.NotFound or RefusalKind.NotYours }) or CommandResult.NotFound:
                throw new ProblemException(Problem.NotFound);
            case CommandResult.NotAllowed:
                throw new ProblemException(Problem.WrongRole);
            case CommandResult.Deleted:
                throw new ProblemException(Problem.Deleted);
            case CommandResult.Refused(var refusal):
                return await AgainAsync(Wrong(form, refusal), StatusOf(refusal));
            case CommandResult.Moved:
                return await AgainAsync(form.WithError(MovedText), StatusCodes.Status409Conflict);
            case CommandResult.OverQuota(var exceeded):
                return await AgainAsync(form.WithError(Problem.Of(exceeded).Detail), StatusCodes.Status429TooManyRequests);
            case CommandResult.Busy:
                return await AgainAsync(form.WithError(BusyText), StatusCodes.Status503ServiceUnavailable);
            default:
                throw new ArgumentOutOfRangeException(nameof(result), result, "No page is known for this result.");
        }

        async Task<IResult> AgainAsync(Form wrong, int status) => await pages.ShowAsync(request, await again(wrong), status);
    }

    public const string MovedText =
        "This was changed after you opened the page. Nothing of yours is saved yet. Look at what changed, then save again.";

    private const string BusyText = "Others are changing this at the moment. Nothing of yours is saved yet. Try again.";

    private static Form Wrong(Form form, Refusal refusal) =>
        refusal.Findings is { Count: > 0 } findings ? form.WithErrors(findings) : form.WithError(refusal.Detail);

    private static int StatusOf(Refusal refusal) =>
        refusal.Kind == RefusalKind.WrongState ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity;
}
