using MicroCred.App.Commands;
using MicroCred.App.Identity;
using MicroCred.App.Pipeline;
using MicroCred.Approval;

namespace MicroCred.App.Evaluation;

/// <summary>The registrar gives an open task to somebody else, who has no interest in the provider.</summary>
internal sealed record ReassignTask(TaskId TaskId, ReassignTask.To Body) : ITaskCommand
{
    public static IReadOnlyList<Role> Roles { get; } = [Role.Registrar];

    public Outcome<Transition> Apply(Application application, CommandContext context) =>
        Reassignment.Refuse(application, TaskId, Body.Assignee, context) is { } refusal
            ? refusal
            : application
                .Reassign(TaskId, Body.Assignee, context.By, context.Now)
                .Telling(after => Reassignment.Notices(application, after, TaskId, context.Directory));

    /// <summary>The new assignee's id.</summary>
    internal sealed record To([property: TextLimit(TextLimit.Title)] string Assignee);
}
