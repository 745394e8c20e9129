namespace MicroCred.Approval.Tests;

public sealed class FundingTransitionTests
{
    private static readonly FundingAssessment Eligible = new(FundingOutcome.Eligible, Fund.Dq3To7, 0.1667m, []);
    private static readonly FundingAssessment Referred = Eligible with { Outcome = FundingOutcome.Referred };
    private readonly Application _approved = AnApplication.WithoutFault.AskingForFunding().Approved();

    [Fact]
    public void What_rules_settle_is_settled_at_once()
    {
        var assessed = Assess(_approved, Eligible).Application();
        Assert.Equal(Eligible, assessed.Funding);
        Assert.DoesNotContain(assessed.Tasks, task => task.Kind == TaskKind.FundingReferral);
    }

    [Fact]
    public void What_they_refer_becomes_the_advisers_task()
    {
        var task = Assess(_approved, Referred).Application().Tasks[^1];
        Assert.Equal((TaskKind.FundingReferral, "funding-adviser", true), (task.Kind, task.Assignee, task.IsOpen));
        Assert.Equal(WorkingDays.Deadline(Moments.Monday, 20), task.Due);
    }

    [Theory]
    [InlineData(true, FundingOutcome.Eligible)]
    [InlineData(false, FundingOutcome.Ineligible)]
    public void The_adviser_settles_it_with_reasons(bool eligible, FundingOutcome outcome)
    {
        var settled = Settle(Assess(_approved, Referred).Application(), eligible).Application();
        Assert.Equal(
            (outcome, People.Adviser, "Evidence seen."),
            (settled.Funding!.Outcome, settled.Funding.SettledBy, settled.Funding.Reasons)
        );
        Assert.False(settled.Tasks[^1].IsOpen);
    }

    [Theory]
    [InlineData(true, Fund.Dq3To7)]
    [InlineData(false, null)]
    public void An_eligible_one_whose_level_settled_no_fund_is_in_the_fund_asked_for(bool eligible, Fund? fund) =>
        Assert.Equal(fund, Settle(Assess(_approved, Referred with { Fund = null }).Application(), eligible).Application().Funding!.Fund);

    [Fact]
    public void The_adviser_gives_reasons() =>
        Settle(Assess(_approved, Referred).Application(), true, reasons: "").AssertRefused(RefusalKind.Invalid);

    [Fact]
    public void An_evaluator_is_not_the_adviser() =>
        Settle(Assess(_approved, Referred).Application(), true, by: People.Evaluator).AssertRefused(RefusalKind.NotYours);

    [Fact]
    public void What_was_not_referred_is_not_settled_by_a_person() =>
        Settle(Assess(_approved, Eligible).Application(), false).AssertRefused(RefusalKind.WrongState);

    [Fact]
    public void It_is_assessed_once() => Assess(Assess(_approved, Referred).Application(), Eligible).AssertRefused(RefusalKind.WrongState);

    [Fact]
    public void Quality_assurance_comes_first() =>
        Assess(AnApplication.WithoutFault.AskingForFunding().Evaluated(), Eligible).AssertRefused(RefusalKind.WrongState);

    [Fact]
    public void Nobody_is_funded_who_does_not_ask() =>
        Assess(AnApplication.WithoutFault.Approved(), Eligible).AssertRefused(RefusalKind.WrongState);

    private static Outcome<Change> Assess(Application application, FundingAssessment assessment) =>
        application.AssessFunding(assessment, People.Adviser.Id, new(), Moments.Monday);

    [Fact]
    public void After_publication_the_entry_changes_and_its_version_does_not()
    {
        var published = Assess(_approved, Referred)
            .Application()
            .Publish(new(1, ReportingCode.Parse("5056"), Moments.Monday), Moments.Monday)
            .Application();

        var settled = Settle(published, true).Application();

        Assert.Equal((ApplicationStatus.Published, true), (settled.Status, settled.IsClosed));
        Assert.Equal(published.Registration!.Changes + 1, settled.Registration!.Changes);
        var (before, after) = (RegisterEntry.From(published, 1, null), RegisterEntry.From(settled, 1, null));
        Assert.Equal((FundingOutcome.Referred, FundingOutcome.Eligible), (before.Funding!.Outcome, after.Funding!.Outcome));
        Assert.Equal(before.Version, after.Version);
    }

    [Fact]
    public void An_eligible_one_may_have_conditions_which_make_no_task()
    {
        Condition condition = new("Report the learners.", Moments.Monday.AddDays(100));
        var referred = Assess(_approved, Referred).Application();

        var settled = Settle(referred, true, conditions: [condition]).Application();

        Assert.Equal([condition], settled.Funding!.Conditions);
        Assert.Equal(referred.Tasks.Count, settled.Tasks.Count);
        Settle(referred, false, conditions: [condition]).AssertRefused(RefusalKind.Invalid);
        Settle(referred, true, conditions: [condition with { Text = " " }]).AssertRefused(RefusalKind.Invalid);
        Settle(referred, true, conditions: [condition with { Due = Moments.Monday.AddDays(-1) }]).AssertRefused(RefusalKind.Invalid);
    }

    private static Outcome<Change> Settle(
        Application application,
        bool eligible,
        string reasons = "Evidence seen.",
        Actor? by = null,
        IReadOnlyList<Condition>? conditions = null
    ) => application.DecideReferral(application.Task(), eligible, reasons, conditions ?? [], by ?? People.Adviser, Moments.Monday);
}
