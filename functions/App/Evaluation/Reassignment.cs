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
        return held.Kind == TaskKind.FundingReferral
            ? context
                .Directory.FundingAdvisers.FirstOrDefault(adviser =>
                    adviser.Id != held.Assignee && context.Directory.MayWorkOn(adviser.Id, application)
                )
                ?.Id
            : context.Directory.LeastBusy(application, held.Assignee, context.OpenTasks);
    }

    /// <summary>
    /// Why a person can't have a task: they don't do such tasks, or declared an interest in the provider. Null where they can.
    /// </summary>
    public static Refusal? Refuse(Application application, TaskId task, string assignee, CommandContext context)
    {
        var referral = application.Tasks.First(found => found.Id == task).Kind == TaskKind.FundingReferral;
        var may = referral
            ? context.Directory.FundingAdvisers.Any(adviser => adviser.Id == assignee) && context.Directory.MayWorkOn(assignee, application)
            : context.Directory.MayEvaluate(assignee, application);
        return may
            ? null
            : new Refusal(
                RefusalKind.Invalid,
                referral
                    ? $"assignee: {assignee} isn't a funding adviser, or declared an interest in {application.Provider.Name}."
                    : $"assignee: {assignee} isn't an evaluator, or declared an interest in {application.Provider.Name}.",
                []
            );
    }

    /// <summary>
    /// The new assignee's notice; where there is no assignee, the registrars', except those with an interest of their own.
    /// </summary>
    public static IReadOnlyList<Notice> Notices(Application? before, Application after, TaskId task, SectorDirectory directory)
    {
        var given = after.Tasks.First(found => found.Id == task);
        if (before?.Tasks.FirstOrDefault(found => found.Id == task) is { } held && held.Assignee == given.Assignee)
        {
            return [];
        }

        return given.Assignee is not { } assignee
                ?
                [
                    .. directory
                        .FreeRegistrars(after)
                        .Select(registrar => new NobodyFreeNotice(Envelope.To(registrar.Id, after), given.Due)),
                ]
            : given.Kind == TaskKind.FundingReferral ? [new FundingReferredNotice(Envelope.To(assignee, after), given.Due)]
            : [new AssignedNotice(Envelope.To(assignee, after), given.Due, given.Urgent, Alike(after))];
    }

    /// <summary>The finding about another application for the same listing; null where there is none.</summary>
    private static string? Alike(Application application) =>
        application.Findings.FirstOrDefault(finding => finding.Rule == DuplicateRules.NotUnderWay.Id)?.Message;
}
