using MicroCred.App.Commands;
using MicroCred.App.Identity;
using MicroCred.App.Notices;
using MicroCred.App.Pipeline;
using MicroCred.App.Settings;
using MicroCred.Approval;

namespace MicroCred.App.Evaluation;

/// <summary>
/// The assignee decides: an evaluator or a registrar the application, a funding adviser a referral, a registrar a condition or a review.
/// Where the decision has to be reviewed or resolved first, somebody else gets the task for that; where it counts and has conditions, a
/// registrar follows them up.
/// </summary>
internal sealed record Decide(TaskId TaskId, Decide.Verdict Body) : ITaskCommand
{
    public static IReadOnlyList<Role> Roles { get; } = [Role.Evaluator, Role.Registrar, Role.FundingAdviser];

    public bool GivesTask(Application application, RuleSettings rules) =>
        Body.Outcome.AsDecision() is { } outcome && Next(application, outcome, rules) is not null;

    public Outcome<Transition> Apply(Application application, CommandContext context)
    {
        var kind = application.Tasks.First(task => task.Id == TaskId).Kind;
        if (!TaskOutcomes.Of(kind).Contains(Body.Outcome))
        {
            return application.MayNotDecide(TaskId, context.By)
                ?? new Refusal(
                    RefusalKind.Malformed,
                    $"outcome: this task is decided with one of {string.Join(", ", TaskOutcomes.Of(kind))}.",
                    []
                );
        }

        var outcome = kind switch
        {
            TaskKind.FundingReferral => application
                .DecideReferral(TaskId, Body.Outcome == TaskOutcome.Eligible, Body.Reasons, Conditions, context.By, context.Now)
                .Telling(after => [FundingNotice.Of(after)!]),
            TaskKind.ConditionFollowUp => FollowedUp(application, context),
            TaskKind.EntryReview => Reviewed(application, context),
            TaskKind.Reconsideration => Reconsidered(application, context),
            _ => Decided(application, Body.Outcome.AsDecision()!.Value, context),
        };
        return Surplus is { } surplus && outcome is Outcome<Transition>.Accepted ? surplus : outcome;
    }

    /// <summary>What the decision holds beyond what its outcome has; null for nothing.</summary>
    private Refusal? Surplus =>
        Body.Due is not null && Body.Outcome != TaskOutcome.Extend
            ? new(RefusalKind.Invalid, "due: only Extend has a new date. Leave it out.", [])
        : Body.Conditions is { Count: > 0 }
        && Body.Outcome
            is not (
                TaskOutcome.Approve
                or TaskOutcome.ApproveWithConditions
                or TaskOutcome.Decline
                or TaskOutcome.Eligible
                or TaskOutcome.Ineligible
                or TaskOutcome.Uphold
            )
            ? new(RefusalKind.Invalid, "conditions: only an approval has conditions. Leave them out.", [])
        : null;

    private IReadOnlyList<Condition> Conditions =>
        [.. (Body.Conditions ?? []).Select(condition => Condition.By(condition.Due, condition.Text))];

    /// <summary>The kind of the tasks that the decision leads to; null for none.</summary>
    private TaskKind? Next(Application application, DecisionOutcome outcome, RuleSettings rules) =>
        application.Follows(TaskId, outcome, rules.Evaluation)
        ?? (outcome == DecisionOutcome.ApproveWithConditions ? TaskKind.ConditionFollowUp : null);

    private static string? NextAssignee(Application application, TaskKind? kind, CommandContext context) =>
        kind is { } known
            ? context.Directory.BestFor(
                application,
                known,
                except: known == TaskKind.ConditionFollowUp ? [] : [context.By.Id],
                context.Work
            )
            : null;

    private Outcome<Transition> Decided(Application application, DecisionOutcome outcome, CommandContext context)
    {
        var next = NextAssignee(application, Next(application, outcome, context.Rules), context);
        return application
            .Decide(TaskId, outcome, Body.Reasons, Conditions, next, context.Rules.Evaluation, context.By, context.Now)
            .Telling(decided =>
                decided.Tasks.Count > application.Tasks.Count ? Reassignment.NoticesOfNew(decided, context.Directory)
                : decided.Status == ApplicationStatus.Declined ? [DeclinedNotice.Of(decided, context.Rules.Evaluation)]
                : []
            )
            .Filing(decided =>
                decided is { Status: ApplicationStatus.Approved, Decision: { } decision }
                    ? new ApprovedNotice(Envelope.ToProvider(decided), decision.Reasons, decision.Conditions)
                    : null
            );
    }

    private Outcome<Transition> Reconsidered(Application application, CommandContext context)
    {
        var followUp = Body.Outcome == TaskOutcome.ApproveWithConditions ? TaskKind.ConditionFollowUp : (TaskKind?)null;
        return application
            .Reconsider(
                TaskId,
                Body.Outcome,
                Body.Reasons,
                Conditions,
                NextAssignee(application, followUp, context),
                context.By,
                context.Now
            )
            .Telling(after =>
                [
                    new ReconsideredNotice(Envelope.ToProvider(after), Body.Outcome, Body.Reasons, Conditions),
                    .. after.Tasks.Count > application.Tasks.Count ? Reassignment.NoticesOfNew(after, context.Directory) : [],
                ]
            );
    }

    private Outcome<Transition> FollowedUp(Application application, CommandContext context) =>
        application
            .FollowUp(TaskId, Body.Outcome, Body.Reasons, Body.Due, context.By, context.Now)
            .Telling(after =>
            {
                var task = after.Tasks.First(task => task.Id == TaskId);
                return [new ConditionNotice(Envelope.ToProvider(after), task.Condition!, Body.Outcome, task.Due, Body.Reasons)];
            });

    private Outcome<Transition> Reviewed(Application application, CommandContext context) =>
        application
            .DecideReview(TaskId, Body.Outcome, Body.Reasons, context.By, context.Now)
            .Telling(after => [new ReviewDecidedNotice(Envelope.ToProvider(after), after.Registration!, Body.Outcome, Body.Reasons)]);

    /// <summary>
    /// The decision with its reasons, which are mandatory, the conditions of an approval, and the new last day of an extension.
    /// </summary>
    internal sealed record Verdict(
        TaskOutcome Outcome,
        [property: TextLimit(TextLimit.LongText)] string Reasons,
        [property: ListLimit] IReadOnlyList<StatedCondition>? Conditions = null,
        DateOnly? Due = null
    );

    /// <summary>A condition, and the last day to meet it, in Auckland.</summary>
    internal sealed record StatedCondition([property: TextLimit(TextLimit.Sentence)] string Text, DateOnly Due);
}
