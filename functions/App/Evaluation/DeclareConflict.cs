using MicroCred.App.Commands;
using MicroCred.Approval;

namespace MicroCred.App.Evaluation;

/// <summary>The assignee has an interest in the provider. They never get a task of this application again.</summary>
internal sealed record DeclareConflict(TaskId TaskId, GiveUpTask.Why Body) : GiveUpTask(TaskId, Body)
{
    protected override Outcome<Change> GiveUp(Application application, string? next, CommandContext context) =>
        application.DeclareConflict(TaskId, Body.Reason, next, context.By, context.Now);
}
