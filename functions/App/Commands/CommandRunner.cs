using System.Text.Json;
using MicroCred.App.Identity;
using MicroCred.App.Pipeline;
using MicroCred.App.Quotas;
using MicroCred.App.Settings;
using MicroCred.App.Storage;
using MicroCred.App.Telemetry;
using MicroCred.Approval;
using Microsoft.DurableTask.Client;

namespace MicroCred.App.Commands;

/// <summary>
/// Runs commands: loads the application, returns the kept answer to a repeat, checks the caller and the precondition, applies the command,
/// and commits the result.
/// </summary>
internal sealed class CommandRunner(
    ApplicationReader reader,
    IApplications applications,
    IQuotas quotas,
    IWorklists worklists,
    CommandCommit commit,
    RuleSettings rules,
    SectorDirectory directory,
    Staffing staffing,
    TimeProvider time
)
{
    private const int TriesAgainstOthers = 50;

    /// <summary>In milliseconds. The pause grows with each lost race, so that many concurrent writers take turns.</summary>
    private const int LongestPause = 500;

    /// <summary>Begins an application; a repeat under the same key gets the same application.</summary>
    /// <param name="command">The command.</param>
    /// <param name="caller">Who asks for it.</param>
    /// <param name="options">The idempotency key and precondition.</param>
    /// <param name="client">Starts the application's orchestration.</param>
    /// <param name="cancellationToken">Cancels what isn't written yet.</param>
    public async Task<CommandResult> BeginAsync<TCommand>(
        TCommand command,
        Caller caller,
        CommandOptions options,
        DurableTaskClient client,
        CancellationToken cancellationToken
    )
        where TCommand : INewApplicationCommand
    {
        if (caller.IsOnTwoSides || !caller.IsAny(TCommand.Roles))
        {
            return new CommandResult.NotAllowed();
        }

        var key = RequestKey.Of(command, caller, options.Idempotency);
        var quota = HoldFor(command, caller);
        if (key is null)
        {
            var id = ApplicationId.New(Guid.CreateVersion7(time.GetUtcNow()));
            return await SettledAsync(
                await BeginAsync(id, command, caller, key, quota, client, cancellationToken) ?? new CommandResult.Busy(),
                quota
            );
        }

        for (var turn = 0; turn < ApplicationRows.MostTurns; turn++)
        {
            if (await BeginAsync(key.NewApplication(turn), command, caller, key, quota, client, cancellationToken) is { } result)
            {
                return await SettledAsync(result, quota);
            }
        }

        return await SettledAsync(new CommandResult.KeyUsed(), quota);
    }

    /// <returns>
    /// Null where the id belongs to another application, begun under the same key so long ago that its answer has expired.
    /// </returns>
    private async Task<CommandResult?> BeginAsync<TCommand>(
        ApplicationId id,
        TCommand command,
        Caller caller,
        RequestKey? key,
        QuotaHold quota,
        DurableTaskClient client,
        CancellationToken cancellationToken
    )
        where TCommand : INewApplicationCommand
    {
        var kept = await FindAnswerAsync(id, key, cancellationToken);
        if (kept is not null)
        {
            return kept.IsOver(time.GetUtcNow()) ? null : Repeated(kept, key!);
        }

        TraceLinks.Follow(id, origin: null);
        try
        {
            return await CompleteAsync(null, command, command.Begin(id, ContextOf(caller)), key, quota, client, cancellationToken);
        }
        catch (ConcurrentChangeException)
        {
            // The same command was sent twice at once and the other one was first, or the answer isn't kept any more.
            return await RepeatedAsync(id, key, cancellationToken);
        }
    }

    /// <summary>Changes an application.</summary>
    /// <param name="command">The command.</param>
    /// <param name="caller">Who asks for it.</param>
    /// <param name="options">The idempotency key and precondition.</param>
    /// <param name="client">Starts the application's orchestration, or tells it.</param>
    /// <param name="cancellationToken">Cancels what isn't written yet.</param>
    public async Task<CommandResult> ChangeAsync<TCommand>(
        TCommand command,
        Caller caller,
        CommandOptions options,
        DurableTaskClient client,
        CancellationToken cancellationToken
    )
        where TCommand : IApplicationCommand
    {
        var key = RequestKey.Of(command, caller, options.Idempotency);
        var quota = HoldFor(command, caller);
        var result = await RunAsync(
            command,
            caller,
            options,
            key,
            async found =>
                await CompleteAsync(
                    found,
                    command,
                    command.Apply(found.Application, await ContextOfAsync(command, found.Application, caller, cancellationToken)),
                    key,
                    quota,
                    client,
                    cancellationToken
                ),
            cancellationToken
        );
        return await SettledAsync(result, quota);
    }

    /// <summary>The result that a command would have now. Nothing is written.</summary>
    /// <param name="command">The command.</param>
    /// <param name="caller">Who asks for it.</param>
    /// <param name="options">The precondition.</param>
    /// <param name="seen">The application as it was just read for the caller.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public async Task<CommandResult> TryAsync<TCommand>(
        TCommand command,
        Caller caller,
        CommandOptions options,
        StoredApplication seen,
        CancellationToken cancellationToken
    )
        where TCommand : IApplicationCommand =>
        Hindered(command, caller, seen.Application, options)
        ?? CommandTexts
            .Hold(command, command.Apply(seen.Application, await ContextOfAsync(command, seen.Application, caller, cancellationToken)))
            .Match<CommandResult>(_ => new CommandResult.Done(seen.Application), refusal => new CommandResult.Refused(refusal));

    /// <summary>Removes an application and its lines on the lists.</summary>
    /// <param name="command">The command.</param>
    /// <param name="caller">Who asks for it.</param>
    /// <param name="options">The idempotency key and precondition. Nothing is kept of a deleted application but the answer.</param>
    /// <param name="cancellationToken">Cancels what isn't written yet.</param>
    public Task<CommandResult> DeleteAsync<TCommand>(
        TCommand command,
        Caller caller,
        CommandOptions options,
        CancellationToken cancellationToken
    )
        where TCommand : IDeletionCommand
    {
        var key = RequestKey.Of(command, caller, options.Idempotency);
        return RunAsync(
            command,
            caller,
            options,
            key,
            async found =>
            {
                if (command.Refuse(found.Application) is { } refusal)
                {
                    return new CommandResult.Refused(refusal);
                }

                var answer = key?.Keep(found.Application, time.GetUtcNow());
                await applications.RemoveAsync(found, answer, cancellationToken);
                await worklists.ForgetAsync(found.Application, CancellationToken.None);
                return new CommandResult.Done(found.Application);
            },
            cancellationToken
        );
    }

    /// <summary>The answer to such a command by the caller, kept under a key; null where there is none. One storage request.</summary>
    public async Task<JsonElement?> FindAnswerAsync<TCommand>(
        ApplicationId application,
        Caller caller,
        string key,
        CancellationToken cancellationToken
    )
        where TCommand : ICommand =>
        await applications.FindAnswerAsync(application, RequestKey.HashOf(caller, key), cancellationToken) is { } kept
        && kept.IsOf<TCommand>()
        && !kept.IsOver(time.GetUtcNow())
            ? kept.Answer
            : null;

    /// <summary>Runs a command on an application that the caller may see, and retries where somebody else changes it in between.</summary>
    private async Task<CommandResult> RunAsync<TCommand>(
        TCommand command,
        Caller caller,
        CommandOptions options,
        RequestKey? key,
        Func<StoredApplication, Task<CommandResult>> run,
        CancellationToken cancellationToken
    )
        where TCommand : IExistingApplicationCommand
    {
        var seen = options.Seen;
        for (var attempt = 1; ; attempt++)
        {
            seen ??= await reader.FindAsync(command.ApplicationId, caller, cancellationToken);
            var repeated = await RepeatedAsync(command.ApplicationId, key, cancellationToken);
            if (seen is null)
            {
                // A repeat is answered even if the caller's own command removed the application, or the task, from their sight.
                return repeated is not null && TCommand.MayEndSight ? repeated : new CommandResult.NotFound();
            }

            try
            {
                var isNew =
                    repeated is CommandResult.Repeated && command is IApplicationCommand changing && !changing.StandsFor(seen.Application);
                return (isNew ? null : repeated) ?? Hindered(command, caller, seen.Application, options) ?? await run(seen);
            }
            catch (ConcurrentChangeException) when (attempt < TriesAgainstOthers)
            {
                // Somebody else was quicker. Their change may or may not conflict with this command.
                seen = null;
                await Task.Delay(Random.Shared.Next(LongestPause * attempt / TriesAgainstOthers), cancellationToken);
            }
            catch (ConcurrentChangeException)
            {
                return new CommandResult.Busy();
            }
        }
    }

    /// <summary>Why the command can't run, checked before the domain is asked; null where it can.</summary>
    private static CommandResult? Hindered<TCommand>(TCommand command, Caller caller, Application application, CommandOptions options)
        where TCommand : IExistingApplicationCommand =>
        !command.IsVisibleTo(caller, application) ? new CommandResult.NotFound()
        : caller.IsOnTwoSides || !caller.IsAny(TCommand.Roles) ? new CommandResult.NotAllowed()
        : options.Expected is { } isExpected && !isExpected(application) ? new CommandResult.Moved()
        : null;

    private async Task<KeptAnswer?> FindAnswerAsync(ApplicationId id, RequestKey? key, CancellationToken cancellationToken) =>
        key is null ? null : await applications.FindAnswerAsync(id, key.Hash, cancellationToken);

    /// <summary>The answer kept for an earlier command under the same key; null where there was none or it has expired.</summary>
    private async Task<CommandResult?> RepeatedAsync(ApplicationId id, RequestKey? key, CancellationToken cancellationToken) =>
        await FindAnswerAsync(id, key, cancellationToken) is { } kept && !kept.IsOver(time.GetUtcNow()) ? Repeated(kept, key!) : null;

    private static CommandResult Repeated(KeptAnswer kept, RequestKey key) =>
        kept.Answer is not { } answer ? new CommandResult.Deleted()
        : kept.Request == key.Request ? new CommandResult.Repeated(answer)
        : new CommandResult.KeyUsed();

    private CommandContext ContextOf(Caller caller)
    {
        var now = time.GetUtcNow();
        return new(caller, now, rules, directory, new OpenWork([], now));
    }

    private async Task<CommandContext> ContextOfAsync(
        IApplicationCommand command,
        Application application,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var context = ContextOf(caller);
        if (!command.GivesTask(application, rules))
        {
            return context;
        }

        var (people, work) = await staffing.AtAsync(context.Now, cancellationToken);
        return context with { Directory = people, Work = work };
    }

    private Task<CommandResult> CompleteAsync(
        StoredApplication? before,
        ICommand command,
        Outcome<Transition> outcome,
        RequestKey? key,
        QuotaHold quota,
        DurableTaskClient client,
        CancellationToken cancellationToken
    ) =>
        CommandTexts
            .Hold(command, outcome)
            .Match<Task<CommandResult>>(
                async transition =>
                {
                    if (await quota.TakeAsync(cancellationToken) is { } exceeded)
                    {
                        return new CommandResult.OverQuota(exceeded);
                    }

                    var answer = key?.Keep(transition.Change.Application, time.GetUtcNow());
                    return new CommandResult.Done(await commit.RunAsync(before, transition, answer, client, cancellationToken));
                },
                refusal => Task.FromResult<CommandResult>(new CommandResult.Refused(refusal))
            );

    private QuotaHold HoldFor(ICommand command, Caller caller) => new(quotas, caller.Provider?.Number, command.Takes);

    /// <summary>
    /// Gives back the quota taken for a command that wasn't written. Where an exception leaves that unknown, it stays counted.
    /// </summary>
    private static async Task<CommandResult> SettledAsync(CommandResult result, QuotaHold quota)
    {
        if (result is not CommandResult.Done)
        {
            await quota.GiveBackAsync();
        }

        return result;
    }
}
