using MicroCred.App.Commands;
using MicroCred.App.Identity;
using MicroCred.App.Notices;
using MicroCred.Approval;

namespace MicroCred.App.Evaluation;

/// <summary>Reassigns tasks: finds who may have them and tells those concerned.</summary>
internal static class Reassignment
{
    /// <summary>The id of the person who gets a task that its assignee gives up; null where nobody may have it.</summary>
    public static string? Next(Application application, TaskId task, CommandContext context)
    {
        var held = application.Tasks.First(found => found.Id == task);
        return context.Directory.BestFor(application, held.Kind, [held.Assignee!], context.Work);
    }

    /// <summary>
    /// Why a person can't have a task: they don't do such tasks, declared an interest in the provider, or decided what it is to review.
    /// Null where they can.
    /// </summary>
    public static Refusal? Refuse(Application application, TaskId task, string assignee, CommandContext context)
    {
        var kind = application.Tasks.First(found => found.Id == task).Kind;
        return context.Directory.MayHave(assignee, application, kind)
            ? null
            : new Refusal(
                RefusalKind.Invalid,
                $"assignee: {assignee} isn't {WhoDoes(kind)}, declared an interest in {application.Provider.Name}, "
                    + "or decided the application already.",
                []
            );
    }

    /// <summary>
    /// What is told of the task that a change made, or of all of them where each of a decision's conditions made one: the assignee's notice;
    /// where there is no assignee, the registrars', except those with an interest of their own.
    /// </summary>
    public static IReadOnlyList<Notice> NoticesOfNew(Application after, SectorDirectory directory)
    {
        var made = after.Tasks[^1];
        return Notices(
            made.Assignee,
            made.Kind == TaskKind.ConditionFollowUp ? [.. after.Tasks.Where(task => task.Kind == made.Kind)] : [made],
            after,
            directory
        );
    }

    /// <summary>The same of the tasks that a change moved: an interest moves all that the person had of the application.</summary>
    public static IReadOnlyList<Notice> NoticesOfMoved(Application before, Application after, SectorDirectory directory) =>
        [
            .. after
                .Tasks.Where(task => before.Tasks.Any(was => was.Id == task.Id && was.Assignee != task.Assignee))
                .GroupBy(task => task.Assignee)
                .SelectMany(moved => Notices(moved.Key, [.. moved], after, directory)),
        ];

    /// <summary>What somebody, or nobody, is told of tasks that came to them at once.</summary>
    private static IReadOnlyList<Notice> Notices(
        string? to,
        IReadOnlyList<EvaluationTask> tasks,
        Application after,
        SectorDirectory directory
    )
    {
        var given = tasks[0];
        return to is not { } assignee
            ? [.. directory.FreeRegistrars(after).Select(registrar => new NobodyFreeNotice(Envelope.To(registrar.Id, after), given.Due))]
            : given.Kind switch
            {
                TaskKind.FundingReferral => [new FundingReferredNotice(Envelope.To(assignee, after), given.Due)],
                TaskKind.SecondReview => [new SecondReviewNotice(Envelope.To(assignee, after), given.Due, given.Urgent)],
                TaskKind.ConditionFollowUp => [FollowUpNotice.Of(assignee, after, tasks.Where(task => task.Kind == given.Kind))],
                TaskKind.EntryReview => [new ReviewReportedNotice(Envelope.To(assignee, after), given.Due)],
                TaskKind.Reconsideration => [new ReconsiderationNotice(Envelope.To(assignee, after), given.Due, given.Urgent)],
                TaskKind.Resolution => [new ResolutionNotice(Envelope.To(assignee, after), given.Due, given.Urgent)],
                _ => [new AssignedNotice(Envelope.To(assignee, after), given.Due, given.Urgent, Alike(after))],
            };
    }

    private static string WhoDoes(TaskKind kind) =>
        kind switch
        {
            TaskKind.FundingReferral => "a funding adviser",
            _ when kind.IsForRegistrars() => "a registrar",
            _ => "an evaluator",
        };

    /// <summary>The finding about another application for the same listing; null where there is none.</summary>
    private static string? Alike(Application application) =>
        application.Findings.FirstOrDefault(finding => finding.Rule == DuplicateRules.NotUnderWay.Id)?.Message;
}
