using MicroCred.App.Commands;
using MicroCred.App.Identity;
using MicroCred.App.Notices;
using MicroCred.App.Pipeline;
using MicroCred.Approval;

namespace MicroCred.App.Evaluation;

/// <summary>A registrar sets the day by which an open task is due.</summary>
internal sealed record ExtendTask(TaskId TaskId, Extension Body) : ITaskCommand
{
    public static IReadOnlyList<Role> Roles { get; } = [Role.Registrar];

    public Outcome<Transition> Apply(Application application, CommandContext context) =>
        application
            .ExtendTask(TaskId, Body.Due, Body.Reason, context.By, context.Now)
            .Telling(extended =>
                extended.Tasks.First(task => task.Id == TaskId) is { Assignee: { } assignee } task
                    ? [new TaskExtendedNotice(Envelope.To(assignee, extended), task.Due, Body.Reason!)]
                    : []
            );
}
