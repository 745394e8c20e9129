using MicroCred.Emulator.Durable.Engine.Messages;
using MicroCred.Emulator.Durable.Replay;
using MicroCred.Emulator.Durable.Stores;
using Microsoft.Extensions.Logging;

namespace MicroCred.Emulator.Durable.Engine;

/// <summary>
/// Takes an instance's turn: brings it back, lets it go on, writes what came of it, and only then does what it asked for. The write is on
/// condition that nobody else has written, and the turn is taken again, on what is then there, until it holds. A write that happened
/// although its answer was lost is known by its turn's id.
/// </summary>
internal sealed partial class TurnTaker(
    IInstanceStore store, TimeProvider time, RunEnvironment environment, TurnEffects effects, ILogger logger, CancellationToken abort)
{
    /// <summary>Deals with as many of the messages as one turn can, and says how many these are.</summary>
    public async Task<int> TakeAsync(InstanceActor actor, IReadOnlyList<Message> messages)
    {
        foreach (var ended in messages.OfType<TaskEnded>())
            actor.HasRun(ended.ExecutionId, ended.TaskId);

        try
        {
            return await TakeUntilItHoldsAsync(actor, messages);
        }
        catch (OperationCanceledException) when (abort.IsCancellationRequested)
        {
            foreach (var message in messages)
                message.Abandon();

            throw;
        }
    }

    private async Task<int> TakeUntilItHoldsAsync(InstanceActor actor, IReadOnlyList<Message> messages)
    {
        var attempts = new List<TurnAttempt>();
        var backOff = new BackOff();
        var basis = actor.LastWritten;
        var isToLoad = basis is null && !messages[0].ExpectsNoInstance;
        TurnTooLargeException? tooLarge = null;
        while (true)
        {
            abort.ThrowIfCancellationRequested();
            try
            {
                if (isToLoad)
                {
                    basis = await store.LoadAsync(actor.InstanceId, abort);
                    if (attempts.Find(attempt => attempt.IsIn(basis)) is { } held)
                        return Conclude(actor, held, basis);
                }

                isToLoad = true;
                var attempt = Try(actor.InstanceId, basis, messages, tooLarge);
                attempts.Add(attempt);
                var (isHeld, written) = await WriteAsync(attempt.Plan, basis);
                if (isHeld)
                    return Conclude(actor, attempt, written);
            }
            catch (TurnTooLargeException failure)
            {
                LogTooLarge(logger, failure, actor.InstanceId);
                tooLarge = failure;
            }
            catch (Exception failure) when (!abort.IsCancellationRequested)
            {
                LogRetry(logger, failure, actor.InstanceId);
                await backOff.WaitAsync(abort);
            }
        }
    }

    private TurnAttempt Try(string instanceId, Snapshot? basis, IReadOnlyList<Message> messages, TurnTooLargeException? tooLarge)
    {
        var draft = new TurnDraft(instanceId, basis, time.GetUtcNow(), environment);
        if (draft.Objection is { } objection)
        {
            LogUnfit(logger, instanceId, objection);
            return new TurnAttempt(draft.FinishUnfit(messages), messages.Count);
        }

        var dealtWith = 0;
        while (dealtWith < messages.Count && !draft.IsClosed)
            messages[dealtWith++].Apply(draft);

        return new TurnAttempt(tooLarge is null ? draft.Finish() : draft.FinishTooLarge(tooLarge), dealtWith);
    }

    private async Task<(bool IsHeld, Snapshot? Written)> WriteAsync(TurnPlan plan, Snapshot? basis)
    {
        if (plan.Deletion is { } deletion)
            return (await store.DeleteAsync(deletion, abort), null);

        if (plan.Write is not { } write)
            return (true, basis);

        var written = await store.WriteAsync(write, abort);
        return (written is not null, written);
    }

    private int Conclude(InstanceActor actor, TurnAttempt attempt, Snapshot? written)
    {
        actor.LastWritten = written;
        effects.Do(actor, attempt.Plan, written?.State);
        return attempt.DealtWith;
    }

    [LoggerMessage(LogLevel.Warning, "A turn of {InstanceId} could not be taken and is taken again")]
    private static partial void LogRetry(ILogger logger, Exception exception, string instanceId);

    [LoggerMessage(LogLevel.Warning, "Instance {InstanceId} is not run here: {Objection}")]
    private static partial void LogUnfit(ILogger logger, string instanceId, string objection);

    [LoggerMessage(LogLevel.Error, "A turn of {InstanceId} is too large to be written and fails the instance")]
    private static partial void LogTooLarge(ILogger logger, Exception exception, string instanceId);
}
