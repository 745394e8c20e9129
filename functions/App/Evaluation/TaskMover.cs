using MicroCred.App.Commands;
using MicroCred.App.Identity;
using MicroCred.App.Storage;
using MicroCred.App.Telemetry;
using MicroCred.Approval;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace MicroCred.App.Evaluation;

/// <summary>
/// Moves the open tasks that can't stay where they are: at once where an evaluator's profile or interests change, and each minute, for what
/// came of a changed load, of a new day, or of a change that was interrupted or overtaken.
/// </summary>
[Feature(Features.Evaluation)]
internal sealed partial class TaskMover(CommandRunner runner, Staffing staffing, TimeProvider time, ILogger<TaskMover> logger)
{
    [Function("MoveTasks")]
    public Task RunAsync(
        [TimerTrigger("%SWEEP_SCHEDULE%")] TimerInfo timer,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken
    ) => MoveAsync(client, cancellationToken);

    /// <summary>
    /// Moves them. One that can't be moved doesn't stop the others, and is tried again in a minute; so is all of it where lists can't be
    /// read. Two storage requests, and those of each task.
    /// </summary>
    public async Task MoveAsync(DurableTaskClient client, CancellationToken cancellationToken)
    {
        try
        {
            await MoveAllAsync(client, cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // What it follows is written, and the minute's run makes up for it.
            LogLeft(exception);
        }
    }

    private async Task MoveAllAsync(DurableTaskClient client, CancellationToken cancellationToken)
    {
        var (directory, work) = await staffing.AtAsync(time.GetUtcNow(), cancellationToken);
        foreach (var task in work.Tasks.Where(task => MayHaveToMove(task, work, directory)))
        {
            try
            {
                var moved = await runner.ChangeAsync(new MoveTask(task.Id), Caller.System, CommandOptions.None, client, cancellationToken);
                if (moved is not (CommandResult.Done or CommandResult.Refused { Refusal.Kind: RefusalKind.WrongState }))
                {
                    LogNotMoved(task.Id, moved);
                }
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                LogFailed(exception, task.Id);
            }
        }
    }

    /// <summary>Whether the task's application has to be looked at: by its line alone it could move.</summary>
    private static bool MayHaveToMove(Backlog.TaskLine task, OpenWork work, SectorDirectory directory)
    {
        var today = WorkingDays.DayOf(work.Now);
        return task.Assignee == WorklistRows.Nobody
            ? directory.Doing(task.Kind).Any(person => !directory.InterestsOf(person.Id).Contains(task.Provider))
            : directory.InterestsOf(task.Assignee).Contains(task.Provider)
                || directory.StandInFor(task.Assignee, today, id => !directory.InterestsOf(id).Contains(task.Provider)) is { } standIn
                    && standIn != task.Assignee;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The open tasks couldn't be looked through; that is done again in a minute")]
    private partial void LogLeft(Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "Task {Task} couldn't be moved; it is tried again in a minute")]
    private partial void LogFailed(Exception exception, TaskId task);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Task {Task} couldn't be moved: {Result}; it is tried again in a minute")]
    private partial void LogNotMoved(TaskId task, CommandResult result);
}
