using MicroCred.App.Commands;
using MicroCred.App.Identity;
using MicroCred.App.Pipeline;
using MicroCred.App.Settings;
using MicroCred.Approval;

namespace MicroCred.App.Evaluation;

/// <summary>The registrar gives an open task to somebody else who may have it.</summary>
internal sealed record ReassignTask(TaskId TaskId, ReassignTask.To Body) : ITaskCommand
{
    public static IReadOnlyList<Role> Roles { get; } = [Role.Registrar];

    public bool GivesTask(Application application, RuleSettings rules) => true;

    public Outcome<Transition> Apply(Application application, CommandContext context) =>
        application.Tasks.Any(task => task.Id == TaskId && task.IsOpen)
        && Reassignment.Refuse(application, TaskId, Body.Assignee, context) is { } refusal
            ? refusal
            : application
                .Reassign(TaskId, Body.Assignee, Body.Reason, context.By, context.Now)
                .Telling(after => Reassignment.NoticesOfMoved(application, after, context.Directory));

    /// <summary>The new assignee's id, and why the task moves; the reason may be left out only while nobody has the task.</summary>
    internal sealed record To(
        [property: TextLimit(TextLimit.Title)] string Assignee,
        [property: TextLimit(TextLimit.LongText)] string? Reason = null
    );
}
