using MicroCred.App.Identity;
using MicroCred.App.Operation;
using MicroCred.App.Pipeline;
using MicroCred.App.Settings;
using MicroCred.App.Storage;
using MicroCred.Approval;
using Microsoft.DurableTask.Client;

namespace MicroCred.App.Commands;

/// <summary>
/// Runs commands: finds the application, checks who asks, answers a repeat as before, holds what the caller saw against what is there,
/// applies the command, and commits what comes of it.
/// </summary>
internal sealed class CommandRunner(
    ApplicationReader reader,
    ApplicationStore applications,
    Worklists worklists,
    DocumentStore documents,
    CommandCommit commit,
    RuleSettings rules,
    SectorDirectory directory,
    TimeProvider time)
{
    private const int TriesAgainstOthers = 5;

    /// <summary>Begins an application: the same one again where the command is repeated under the same key.</summary>
    /// <param name="command">The command.</param>
    /// <param name="caller">Who asks for it.</param>
    /// <param name="options">What goes with it.</param>
    /// <param name="client">Starts the application's orchestration.</param>
    /// <param name="cancel">Cancels what isn't written yet.</param>
    public async Task<CommandResult> Begin<TCommand>(
        TCommand command, Caller caller, CommandOptions options, DurableTaskClient client, CancellationToken cancel)
        where TCommand : INewApplicationCommand
    {
        if (!caller.IsAny(TCommand.Roles))
        {
            return new CommandResult.NotAllowed();
        }

        RequestKey? key = RequestKey.Of(command, caller, options.Idempotency);
        ApplicationId id = key?.NewApplication ?? ApplicationId.New(Guid.CreateVersion7(time.GetUtcNow()));
        if (await Repeated(id, key, cancel) is { } repeated)
        {
            return repeated;
        }

        Trail.Follow(id, origin: null);
        try
        {
            return await Complete(null, command.Begin(id, await ContextOf<TCommand>(caller, cancel)), key, client, cancel);
        }
        catch (ConcurrentChangeException)
        {
            // The same command, sent twice at once; the other one was first.
            return await Repeated(id, key, cancel) ?? new CommandResult.Moved();
        }
    }

    /// <summary>Changes an application.</summary>
    /// <param name="command">The command.</param>
    /// <param name="caller">Who asks for it.</param>
    /// <param name="options">What goes with it.</param>
    /// <param name="client">Starts the application's orchestration, or tells it.</param>
    /// <param name="cancel">Cancels what isn't written yet.</param>
    public Task<CommandResult> Change<TCommand>(
        TCommand command, Caller caller, CommandOptions options, DurableTaskClient client, CancellationToken cancel)
        where TCommand : IApplicationCommand
    {
        RequestKey? key = RequestKey.Of(command, caller, options.Idempotency);
        return Run(
            command,
            caller,
            options,
            async found => await Repeated(command.ApplicationId, key, cancel)
                ?? (HasMoved(found, options)
                    ? new CommandResult.Moved()
                    : await Complete(found, command.Apply(found.Application, await ContextOf<TCommand>(caller, cancel)), key, client, cancel)),
            cancel);
    }

    /// <summary>Removes an application, its documents and its lines on the lists.</summary>
    /// <param name="command">The command.</param>
    /// <param name="caller">Who asks for it.</param>
    /// <param name="options">What goes with it. Nothing is kept of an application that is removed, so no answer is either.</param>
    /// <param name="cancel">Cancels what isn't written yet.</param>
    public Task<CommandResult> Delete<TCommand>(TCommand command, Caller caller, CommandOptions options, CancellationToken cancel)
        where TCommand : IDeletionCommand => Run(
            command,
            caller,
            options,
            async found =>
            {
                if (HasMoved(found, options))
                {
                    return new CommandResult.Moved();
                }

                if (command.Refuse(found.Application) is { } refusal)
                {
                    return new CommandResult.Refused(refusal);
                }

                await applications.Remove(found, cancel);
                await Task.WhenAll(worklists.Forget(found.Application, cancel), documents.RemoveAll(found.Application, cancel));
                return new CommandResult.Done(found.Application);
            },
            cancel);

    private static bool HasMoved(StoredApplication found, CommandOptions options) =>
        options.Revision is { } isExpected && !isExpected(found.Application.Revision);

    /// <summary>Runs a command on an application that the caller may see, again where somebody else changes it in between.</summary>
    private async Task<CommandResult> Run<TCommand>(
        TCommand command, Caller caller, CommandOptions options, Func<StoredApplication, Task<CommandResult>> run, CancellationToken cancel)
        where TCommand : IExistingApplicationCommand
    {
        StoredApplication? seen = options.Seen;
        for (int attempt = 1; ; attempt++)
        {
            seen ??= await reader.Find(command.ApplicationId, caller, cancel);
            if (seen is null || !command.IsVisibleTo(caller, seen.Application))
            {
                return new CommandResult.NotFound();
            }

            if (!caller.IsAny(TCommand.Roles))
            {
                return new CommandResult.NotAllowed();
            }

            try
            {
                return await run(seen);
            }
            catch (ConcurrentChangeException) when (options.Revision is null && attempt < TriesAgainstOthers)
            {
                // Somebody else was quicker. What they did may or may not stand against this command.
                seen = null;
            }
            catch (ConcurrentChangeException)
            {
                return new CommandResult.Moved();
            }
        }
    }

    private async Task<CommandResult?> Repeated(ApplicationId id, RequestKey? key, CancellationToken cancel) =>
        key is null || await applications.FindAnswer(id, key.Hash, cancel) is not { } kept ? null
        : kept.Request == key.Request ? new CommandResult.Repeated(kept.Answer)
        : new CommandResult.KeyUsed();

    private async Task<CommandContext> ContextOf<TCommand>(Caller caller, CancellationToken cancel)
        where TCommand : ICommand => new(
            caller,
            time.GetUtcNow(),
            rules,
            directory,
            TCommand.NeedsOpenTasks ? await worklists.OpenTasks(cancel) : new Dictionary<string, int>());

    private Task<CommandResult> Complete(
        StoredApplication? before, Outcome<Transition> outcome, RequestKey? key, DurableTaskClient client, CancellationToken cancel) =>
        outcome.Match<Task<CommandResult>>(
            async transition => new CommandResult.Done(
                await commit.Run(before, transition, key?.Keep(transition.Change.Application), client, cancel)),
            refusal => Task.FromResult<CommandResult>(new CommandResult.Refused(refusal)));
}
