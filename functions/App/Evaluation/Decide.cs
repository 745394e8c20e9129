using MicroCred.App.Commands;
using MicroCred.App.Identity;
using MicroCred.App.Notices;
using MicroCred.App.Pipeline;
using MicroCred.App.Settings;
using MicroCred.Approval;

namespace MicroCred.App.Evaluation;

/// <summary>
/// The assignee decides: an evaluator or a registrar the application, a funding adviser a referral. Where the decision has to be reviewed
/// or resolved first, somebody else gets the task for that.
/// </summary>
internal sealed record Decide(TaskId TaskId, Decide.Verdict Body) : ITaskCommand
{
    public static IReadOnlyList<Role> Roles { get; } = [Role.Evaluator, Role.Registrar, Role.FundingAdviser];

    public bool GivesTask(Application application, RuleSettings rules) =>
        Body.Outcome.AsDecision() is { } outcome && application.Follows(TaskId, outcome, rules.Evaluation) is not null;

    public Outcome<Transition> Apply(Application application, CommandContext context) =>
        (application.Tasks.First(task => task.Id == TaskId).Kind, Body.Outcome.AsDecision()) switch
        {
            (TaskKind.FundingReferral, null) => application
                .DecideReferral(TaskId, Body.Outcome == TaskOutcome.Eligible, Body.Reasons, context.By, context.Now)
                .TellingNobody(),
            (TaskKind.FundingReferral, _) => Malformed("outcome: a funding referral is decided with Eligible or Ineligible."),
            (_, { } outcome) => Decided(application, outcome, context),
            _ => Malformed("outcome: an application is decided with Approve, ApproveWithConditions or Decline."),
        };

    private Outcome<Transition> Decided(Application application, DecisionOutcome outcome, CommandContext context)
    {
        var next = application.Follows(TaskId, outcome, context.Rules.Evaluation) is { } kind
            ? context.Directory.BestFor(application, kind, [context.By.Id], context.Work)
            : null;
        return application
            .Decide(TaskId, outcome, Body.Reasons, Body.Conditions ?? [], next, context.Rules.Evaluation, context.By, context.Now)
            .Telling(decided =>
                decided.Tasks.Count > application.Tasks.Count
                    ? Reassignment.Notices(before: null, decided, decided.Tasks[^1].Id, context.Directory)
                : decided.Decision is { Outcome: DecisionOutcome.Decline } decision
                    ? [new DeclinedNotice(Envelope.ToProvider(decided), decision.Reasons)]
                : []
            );
    }

    private static Refusal Malformed(string detail) => new(RefusalKind.Malformed, detail, []);

    /// <summary>The decision with its reasons, which are mandatory, and any conditions.</summary>
    internal sealed record Verdict(
        TaskOutcome Outcome,
        [property: TextLimit(TextLimit.LongText)] string Reasons,
        [property: ListLimit, TextLimit(TextLimit.Sentence)] IReadOnlyList<string>? Conditions = null
    );
}
