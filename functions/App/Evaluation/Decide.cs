using MicroCred.App.Commands;
using MicroCred.App.Identity;
using MicroCred.App.Notices;
using MicroCred.App.Pipeline;
using MicroCred.Approval;

namespace MicroCred.App.Evaluation;

/// <summary>The assignee decides: an evaluator the application, a funding adviser a referral.</summary>
internal sealed record Decide(TaskId TaskId, Decide.Verdict Body) : ITaskCommand
{
    public static IReadOnlyList<Role> Roles { get; } = [Role.Evaluator, Role.Registrar, Role.FundingAdviser];

    public Outcome<Transition> Apply(Application application, CommandContext context) =>
        (application.Tasks.First(task => task.Id == TaskId).Kind, Body.Outcome) switch
        {
            (TaskKind.FundingReferral, Outcome.Eligible or Outcome.Ineligible) => application
                .DecideReferral(TaskId, Body.Outcome == Outcome.Eligible, Body.Reasons, context.By, context.Now)
                .TellingNobody(),
            (TaskKind.FundingReferral, _) => Malformed("outcome: a funding referral is decided with Eligible or Ineligible."),
            (_, Outcome.Approve) => Decided(application, DecisionOutcome.Approve, context),
            (_, Outcome.ApproveWithConditions) => Decided(application, DecisionOutcome.ApproveWithConditions, context),
            (_, Outcome.Decline) => Decided(application, DecisionOutcome.Decline, context),
            _ => Malformed("outcome: an application is decided with Approve, ApproveWithConditions or Decline."),
        };

    private Outcome<Transition> Decided(Application application, DecisionOutcome outcome, CommandContext context) =>
        application
            .Decide(TaskId, outcome, Body.Reasons, Body.Conditions ?? [], context.By, context.Now)
            .Telling(decided => outcome == DecisionOutcome.Decline ? [new DeclinedNotice(Envelope.ToProvider(decided), Body.Reasons)] : []);

    private static Refusal Malformed(string detail) => new(RefusalKind.Malformed, detail, []);

    /// <summary>The decision with its reasons, which are mandatory, and any conditions.</summary>
    internal sealed record Verdict(
        Outcome Outcome,
        [property: TextLimit(TextLimit.LongText)] string Reasons,
        [property: ListLimit, TextLimit(TextLimit.Sentence)] IReadOnlyList<string>? Conditions = null
    );

    /// <summary>The decisions on an application or a referral.</summary>
    internal enum Outcome
    {
        Approve,
        ApproveWithConditions,
        Decline,
        Eligible,
        Ineligible,
    }
}
