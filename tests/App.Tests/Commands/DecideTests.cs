using MicroCred.App.Evaluation;
using MicroCred.App.Identity;
using MicroCred.App.Pipeline;
using MicroCred.Approval.Tests;

namespace MicroCred.App.Tests.Commands;

public sealed class DecideTests
{
    [Fact]
    public void A_decline_is_told_to_the_provider_with_its_reasons()
    {
        var reviewed = AnApplication.WithoutFault.UnderSecondReview(DecisionOutcome.Decline).FoundBy(People.OtherEvaluator);

        var declined = Apply(reviewed, TaskOutcome.Decline, Callers.OtherEvaluator).Accepted();

        Assert.Equal(ApplicationStatus.Declined, declined.After().Status);
        Assert.Equal([("Declined", "9001")], declined.Told());
        var letter = Assert.IsType<DeclinedNotice>(declined.Notices[0]);
        Assert.Equal("As the findings say.", letter.Reasons);
        Assert.Equal(14, letter.Criteria.Count);
        Assert.Equal(declined.After().ReconsiderableUntil(new()), letter.ReconsiderableUntil);
    }

    [Fact]
    public void A_first_decline_is_told_to_a_second_evaluator_only_the_least_busy_of_the_others()
    {
        var evaluated = AnApplication.WithoutFault.Evaluated();
        Decide command = new(evaluated.Task(), new(TaskOutcome.Decline, "As the findings say."));
        var context = Applying.ContextOf(Callers.Evaluator, ("evaluator-2", 3), ("evaluator-3", 1), ("evaluator-4", 2));

        var decided = command.Apply(evaluated, context).Accepted();

        Assert.True(command.GivesTask(evaluated, context.Rules));
        Assert.Equal(ApplicationStatus.InReview, decided.After().Status);
        Assert.Equal("evaluator-3", decided.After().Tasks[^1].Assignee);
        Assert.Equal([("SecondReview", "evaluator-3")], decided.Told());
    }

    [Fact]
    public void A_decision_that_counts_at_once_needs_nobody_s_number_of_tasks()
    {
        var evaluated = AnApplication.WithoutFault.Evaluated();
        var context = Applying.ContextOf(Callers.Evaluator);
        Assert.False(new Decide(evaluated.Task(), new(TaskOutcome.Approve, "As the findings say.")).GivesTask(evaluated, context.Rules));
    }

    [Fact]
    public void Who_worked_on_an_evaluation_does_not_review_it()
    {
        var handedOn = AnApplication
            .WithoutFault.Evaluated()
            .Release(TaskId.Create(AnApplication.Id, 1), "Ill.", People.OtherEvaluator.Id, People.Evaluator, Moments.Monday)
            .Application();

        var decided = new Decide(handedOn.Task(), new(TaskOutcome.Decline, "As the findings say."))
            .Apply(handedOn, Applying.ContextOf(Callers.OtherEvaluator, ("evaluator-3", 9), ("evaluator-4", 8)))
            .Accepted();

        Assert.Equal("evaluator-4", decided.After().Tasks[^1].Assignee);
    }

    [Fact]
    public void A_disagreement_is_told_to_a_registrar()
    {
        var reviewed = AnApplication.WithoutFault.UnderSecondReview(DecisionOutcome.Decline).FoundBy(People.OtherEvaluator);

        var decided = new Decide(reviewed.Task(), new(TaskOutcome.Approve, "As the findings say."))
            .Apply(reviewed, Applying.ContextOf(Callers.OtherEvaluator, ("registrar", 1)))
            .Accepted();

        Assert.Equal("registrar-2", decided.After().Tasks[^1].Assignee);
        Assert.Equal([("Resolution", "registrar-2")], decided.Told());
    }

    [Fact]
    public void An_approval_is_told_to_nobody_before_it_is_on_the_register()
    {
        var approved = Apply(AnApplication.WithoutFault.Evaluated(), TaskOutcome.Approve).Accepted();

        Assert.Equal(ApplicationStatus.Approved, approved.After().Status);
        Assert.Empty(approved.Notices);
        Assert.IsType<ApprovedNotice>(Assert.Single(approved.Filed));
    }

    [Fact]
    public void An_approval_with_conditions_states_them()
    {
        var evaluated = AnApplication.WithoutFault.Evaluated((6, CriterionResult.MetWithCondition));

        var approved = new Decide(
            evaluated.Task(),
            new(TaskOutcome.ApproveWithConditions, "Nearly.", [new("Moderate one in five.", new(2026, 5, 1))])
        )
            .Apply(evaluated, Applying.ContextOf(Callers.Evaluator))
            .Accepted();

        Assert.Equal([Moments.InMay("Moderate one in five.")], approved.After().Decision!.Conditions);
    }

    [Fact]
    public void Conditions_go_to_the_least_busy_registrar_who_is_told_of_all_of_them()
    {
        var evaluated = AnApplication.WithoutFault.Evaluated();
        Decide command = new(
            evaluated.Task(),
            new(TaskOutcome.ApproveWithConditions, "Nearly.", [new("Hire a tutor.", new(2026, 5, 1)), new("Name one.", new(2026, 6, 1))])
        );
        var context = Applying.ContextOf(Callers.Evaluator, ("registrar", 2), ("registrar-2", 1));

        var approved = command.Apply(evaluated, context).Accepted();

        Assert.True(command.GivesTask(evaluated, context.Rules));
        Assert.Equal(
            [(TaskKind.ConditionFollowUp, "registrar-2"), (TaskKind.ConditionFollowUp, "registrar-2")],
            approved.After().Tasks.Skip(1).Select(task => (task.Kind, task.Assignee))
        );
        Assert.Equal([("FollowUp", "registrar-2")], approved.Told());
        Assert.Equal(2, Assert.IsType<FollowUpNotice>(approved.Notices[0]).Conditions.Count);
    }

    [Theory]
    [InlineData(nameof(TaskOutcome.Met), false, false, null)]
    [InlineData(nameof(TaskOutcome.Extend), true, false, null)]
    [InlineData(nameof(TaskOutcome.Met), true, false, nameof(RefusalKind.Invalid))]
    [InlineData(nameof(TaskOutcome.NotMet), false, true, nameof(RefusalKind.Invalid))]
    [InlineData(nameof(TaskOutcome.Extend), false, false, nameof(RefusalKind.Invalid))]
    [InlineData(nameof(TaskOutcome.Approve), false, false, nameof(RefusalKind.Malformed))]
    public void A_condition_is_met_or_not_or_has_more_time(string outcome, bool hasDue, bool hasConditions, string? refused)
    {
        var approved = AnApplication.WithoutFault.Evaluated().Decided(DecisionOutcome.ApproveWithConditions);
        var decided = new Decide(
            approved.Task(),
            new(
                Enum.Parse<TaskOutcome>(outcome),
                "Seen.",
                hasConditions ? [new("Another.", new(2026, 6, 1))] : null,
                hasDue ? new(2026, 9, 1) : null
            )
        ).Apply(approved, Applying.ContextOf(Callers.Registrar));

        if (refused is null)
        {
            Assert.Equal([("Condition", "9001")], decided.Accepted().Told());
        }
        else
        {
            decided.Refused(Enum.Parse<RefusalKind>(refused));
        }
    }

    [Fact]
    public void Only_an_extension_has_a_new_date()
    {
        var evaluated = AnApplication.WithoutFault.Evaluated();
        new Decide(evaluated.Task(), new(TaskOutcome.Approve, "As the findings say.", Due: new(2026, 9, 1)))
            .Apply(evaluated, Applying.ContextOf(Callers.Evaluator))
            .Refused(RefusalKind.Invalid);
    }

    [Theory]
    [InlineData(nameof(TaskOutcome.Eligible), FundingOutcome.Eligible)]
    [InlineData(nameof(TaskOutcome.Ineligible), FundingOutcome.Ineligible)]
    public void A_funding_adviser_settles_a_referral(string outcome, FundingOutcome settled) =>
        Assert.Equal(settled, Apply(Referred(), Enum.Parse<TaskOutcome>(outcome), Callers.Adviser).Accepted().After().Funding!.Outcome);

    [Theory]
    [InlineData(nameof(TaskOutcome.Eligible))]
    [InlineData(nameof(TaskOutcome.Ineligible))]
    public void An_evaluation_does_not_have_a_referrals_outcomes(string outcome) =>
        Apply(AnApplication.WithoutFault.Evaluated(), Enum.Parse<TaskOutcome>(outcome)).Refused(RefusalKind.Malformed);

    [Theory]
    [InlineData(nameof(TaskOutcome.Approve))]
    [InlineData(nameof(TaskOutcome.ApproveWithConditions))]
    [InlineData(nameof(TaskOutcome.Decline))]
    public void A_referral_does_not_have_an_evaluations_outcomes(string outcome) =>
        Apply(Referred(), Enum.Parse<TaskOutcome>(outcome), Callers.Adviser).Refused(RefusalKind.Malformed);

    private static Outcome<Transition> Apply(Application application, TaskOutcome outcome, Caller? caller = null) =>
        new Decide(application.Task(), new(outcome, "As the findings say.")).Apply(
            application,
            Applying.ContextOf(caller ?? Callers.Evaluator)
        );

    private static Application Referred()
    {
        var approved = AnApplication.WithoutFault.AskingForFunding().Approved();
        var referred = approved.Assessment(approved.Decision) with { Outcome = FundingOutcome.Referred };
        return approved.AssessFunding(referred, People.Adviser.Id, new(), Moments.Monday).Application();
    }
}
