using MicroCred.App.Commands;
using MicroCred.App.Identity;
using MicroCred.App.Pipeline;
using MicroCred.App.Settings;
using MicroCred.Approval;

namespace MicroCred.App.Evaluation;

/// <summary>
/// Moves an open task that can't stay where it is: nobody has it and somebody may now, its assignee has an interest in the provider, or is
/// away and has a delegate, unless a registrar gave it to them meanwhile. What waits doesn't go back to who gave it up. The system alone
/// sends it.
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
                .Telling(after => Reassignment.NoticesOfMoved(application, after, context.Directory))
            : new Refusal(RefusalKind.WrongState, "The task stays where it is.", []);

    /// <summary>To whom the task goes, null for nobody, and why; null where it stays.</summary>
    private static (string? To, string Why)? Move(Application application, EvaluationTask task, CommandContext context)
    {
        if (task.Assignee is not { } assignee)
        {
            return Best(task.GaveUp) is { } free ? (free, "Somebody may have it now.") : null;
        }

        if (!context.Directory.MayWorkOn(assignee, application))
        {
            return (Best([assignee]), $"{assignee} declared an interest in the provider.");
        }

        // Absence doesn't bind a registrar.
        var today = WorkingDays.DayOf(context.Now);
        var absence = context.Directory.ProfileOf(assignee)?.AbsenceOn(today);
        if (absence is null || (task.IsByRegistrar && WorkingDays.DayOf(task.AssignedAt) >= absence.From))
        {
            return null;
        }

        return context.Directory.StandInFor(assignee, today, id => context.Directory.MayHave(id, application, task.Kind)) is { } standIn
            ? (standIn, $"{assignee} is away, and this is their delegate.")
            : null;

        string? Best(IReadOnlyCollection<string> except) => context.Directory.BestFor(application, task.Kind, except, context.Work);
    }
}
