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
        var declined = Apply(AnApplication.WithoutFault.Evaluated(), Decide.Outcome.Decline).Accepted();

        Assert.Equal(ApplicationStatus.Declined, declined.After().Status);
        Assert.Equal([("Declined", "9001")], declined.Told());
        Assert.Equal("As the findings say.", Assert.IsType<DeclinedNotice>(declined.Notices[0]).Reasons);
    }

    [Fact]
    public void An_approval_is_told_to_nobody_before_it_is_on_the_register()
    {
        var approved = Apply(AnApplication.WithoutFault.Evaluated(), Decide.Outcome.Approve).Accepted();

        Assert.Equal(ApplicationStatus.Approved, approved.After().Status);
        Assert.Empty(approved.Notices);
    }

    [Fact]
    public void An_approval_with_conditions_states_them()
    {
        var evaluated = AnApplication.WithoutFault.Evaluated((6, CriterionResult.MetWithCondition));

        var approved = new Decide(evaluated.Task(), new(Decide.Outcome.ApproveWithConditions, "Nearly.", ["Moderate one in five."]))
            .Apply(evaluated, Applying.ContextOf(Callers.Evaluator))
            .Accepted();

        Assert.Equal(["Moderate one in five."], approved.After().Decision!.Conditions);
    }

    [Theory]
    [InlineData(nameof(Decide.Outcome.Eligible), FundingOutcome.Eligible)]
    [InlineData(nameof(Decide.Outcome.Ineligible), FundingOutcome.Ineligible)]
    public void A_funding_adviser_settles_a_referral(string outcome, FundingOutcome settled) =>
        Assert.Equal(settled, Apply(Referred(), Enum.Parse<Decide.Outcome>(outcome), Callers.Adviser).Accepted().After().Funding!.Outcome);

    [Theory]
    [InlineData(nameof(Decide.Outcome.Eligible))]
    [InlineData(nameof(Decide.Outcome.Ineligible))]
    public void An_evaluation_does_not_have_a_referrals_outcomes(string outcome) =>
        Apply(AnApplication.WithoutFault.Evaluated(), Enum.Parse<Decide.Outcome>(outcome)).Refused(RefusalKind.Malformed);

    [Theory]
    [InlineData(nameof(Decide.Outcome.Approve))]
    [InlineData(nameof(Decide.Outcome.ApproveWithConditions))]
    [InlineData(nameof(Decide.Outcome.Decline))]
    public void A_referral_does_not_have_an_evaluations_outcomes(string outcome) =>
        Apply(Referred(), Enum.Parse<Decide.Outcome>(outcome), Callers.Adviser).Refused(RefusalKind.Malformed);

    private static Outcome<Transition> Apply(Application application, Decide.Outcome outcome, Caller? caller = null) =>
        new Decide(application.Task(), new(outcome, "As the findings say.")).Apply(
            application,
            Applying.ContextOf(caller ?? Callers.Evaluator)
        );

    private static Application Referred()
    {
        var approved = AnApplication.WithoutFault.AskingForFunding().Approved();
        var referred = FundingRules.Assess(approved, approved.Decision, new()) with { Outcome = FundingOutcome.Referred };
        return approved.AssessFunding(referred, People.Adviser.Id, new(), Moments.Monday).Application();
    }
}
