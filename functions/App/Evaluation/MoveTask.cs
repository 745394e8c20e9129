using MicroCred.App.Commands;
using MicroCred.App.Identity;
using MicroCred.App.Pipeline;
using MicroCred.App.Settings;
using MicroCred.Approval;

namespace MicroCred.App.Evaluation;

/// <summary>
/// Moves an open task that can't stay where it is: nobody has it and somebody may now, its assignee has an interest in the provider, or is
/// away and has a delegate. What waits doesn't go back to who gave it up. The system alone sends it.
/// </summary>
internal sealed record MoveTask(TaskId TaskId) : ITaskCommand
{
    public static IReadOnlyList<Role> Roles { get; } = [];

    public bool GivesTask(Application application, RuleSettings rules) => true;

    public Outcome<Transition> Apply(Application application, CommandContext context) =>
        application.Tasks.FirstOrDefault(task => task.Id == TaskId && task.IsOpen) is { } task
        && Move(application, task, context) is var (to, why)
            ? application
                .Reassign(TaskId, to, why, context.By, context.Now)
                .Telling(after => Reassignment.Notices(application, after, TaskId, context.Directory))
            : new Refusal(RefusalKind.WrongState, "The task stays where it is.", []);

    /// <summary>To whom the task goes, null for nobody, and why; null where it stays.</summary>
    private static (string? To, string Why)? Move(Application application, EvaluationTask task, CommandContext context)
    {
        if (task.Assignee is not { } assignee)
        {
            return Best(task.FormerAssignees) is { } free ? (free, "Somebody may have it now.") : null;
        }

        if (!context.Directory.MayWorkOn(assignee, application))
        {
            return (Best([assignee]), $"{assignee} declared an interest in the provider.");
        }

        return
            context.Directory.StandInFor(assignee, WorkingDays.DayOf(context.Now), id =>
                context.Directory.MayHave(id, application, task.Kind)
            )
                is { } standIn
            && standIn != assignee
            ? (standIn, $"{assignee} is away, and this is their delegate.")
            : null;

        string? Best(IReadOnlyCollection<string> except) => context.Directory.BestFor(application, task.Kind, except, context.Work);
    }
}
