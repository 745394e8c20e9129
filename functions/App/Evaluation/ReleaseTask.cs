using MicroCred.App.Commands;
using MicroCred.Approval;

namespace MicroCred.App.Evaluation;

/// <summary>The assignee can't do the task.</summary>
internal sealed record ReleaseTask(TaskId TaskId, GiveUpTask.Why Body) : GiveUpTask(TaskId, Body)
{
    protected override Outcome<Change> GiveUp(Application application, string? next, CommandContext context) =>
        application.Release(TaskId, Body.Reason, next, context.By, context.Now);
}
