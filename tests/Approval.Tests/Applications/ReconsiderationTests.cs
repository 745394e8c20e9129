namespace MicroCred.Approval.Tests;

public sealed class ReconsiderationTests
{
    private const string Grounds = "The second document has the plan.";
    private static readonly Application Declined = AnApplication.WithoutFault.Declined();
    private static readonly Application Reconsidering = Ask(Declined).Application();

    [Fact]
    public void A_registrar_who_took_no_part_reconsiders_a_decline()
    {
        var task = Reconsidering.Tasks[^1];
        Assert.Equal((ApplicationStatus.Reconsidering, Stage.Reconsideration), (Reconsidering.Status, Reconsidering.Stage));
        Assert.Equal((TaskKind.Reconsideration, People.Registrar.Id, true), (task.Kind, task.Assignee, task.IsOpen));
        Assert.Equal(WorkingDays.Deadline(Moments.Monday, 20), task.Due);
        Assert.Equal(new(Grounds, Moments.Monday), Reconsidering.Reconsideration);
        Assert.Equal(("NZQA", "Reconsideration"), (Reconsidering.WaitingForAsToldToProvider!.Who, Reconsidering.WaitingFor!.What));
    }

    [Fact]
    public void Who_decided_it_does_not_reconsider_it()
    {
        var resolved = AnApplication
            .WithoutFault.UnderSecondReview(DecisionOutcome.Decline)
            .FoundBy(People.OtherEvaluator)
            .Decided(DecisionOutcome.Approve, People.OtherEvaluator)
            .Decided(DecisionOutcome.Decline, People.Registrar);

        Ask(resolved).AssertRefused(RefusalKind.Invalid);
        Assert.False(resolved.IsIndependent(TaskKind.Reconsideration, People.Registrar.Id));
        Ask(resolved, registrar: "registrar-2").Change();
    }

    [Theory]
    [InlineData("2026-04-01T23:59:59+13:00", true)]
    [InlineData("2026-04-02T00:00:00+13:00", false)]
    public void It_is_asked_for_until_the_end_of_the_thirtieth_day(string at, bool inTime)
    {
        Assert.Equal(Moments.Auckland("2026-04-01T23:59:59+13:00"), Declined.ReconsiderableUntil(Stages.Settings));
        var asked = Ask(Declined, at: Moments.Auckland(at));
        if (inTime)
        {
            asked.Change();
        }
        else
        {
            asked.AssertRefused(RefusalKind.WrongState);
        }
    }

    [Fact]
    public void It_needs_grounds_and_a_decline_and_comes_once()
    {
        Ask(Declined, grounds: " ").AssertRefused(RefusalKind.Invalid);
        Ask(AnApplication.WithoutFault.InReview()).AssertRefused(RefusalKind.WrongState);
        Ask(AnApplication.WithoutFault.Published()).AssertRefused(RefusalKind.WrongState);
        Ask(Reconsidering).AssertRefused(RefusalKind.WrongState);
        Ask(Decide(Reconsidering, TaskOutcome.Uphold).Application()).AssertRefused(RefusalKind.WrongState);
    }

    [Fact]
    public void A_decline_that_is_upheld_stands()
    {
        var upheld = Decide(Reconsidering, TaskOutcome.Uphold).Application();

        Assert.Equal((ApplicationStatus.Declined, Stage.Ended), (upheld.Status, upheld.Stage));
        Assert.Equal(Declined.Decision, upheld.Decision);
        Assert.Equal(TaskOutcome.Uphold, upheld.Tasks[^1].Decision!.Outcome);
    }

    [Fact]
    public void An_approval_goes_on_to_the_register()
    {
        var approved = Decide(Reconsidering, TaskOutcome.Approve).Application();

        Assert.Equal((ApplicationStatus.Approved, Stage.Publication), (approved.Status, approved.Stage));
        Assert.Equal((DecisionOutcome.Approve, People.Registrar), (approved.Decision!.Outcome, approved.Decision.By));
        approved.Publish(new(1, null, Moments.Monday), Moments.Monday).Change();
    }

    [Fact]
    public void An_approval_may_have_conditions()
    {
        Decide(Reconsidering, TaskOutcome.ApproveWithConditions).AssertRefused(RefusalKind.Invalid);
        Decide(Reconsidering, TaskOutcome.Uphold, "Hire a tutor.").AssertRefused(RefusalKind.Invalid);
        var approved = Decide(Reconsidering, TaskOutcome.ApproveWithConditions, "Hire a tutor.").Application();
        Assert.Equal("Hire a tutor.", Assert.Single(approved.Conditions).Text);
    }

    [Fact]
    public void It_needs_reasons_and_is_the_assignees_alone()
    {
        Decide(Reconsidering, TaskOutcome.Uphold, by: new("registrar-2", "Registrar Two", ActorKind.Registrar))
            .AssertRefused(RefusalKind.NotYours);
        Reconsidering
            .Reconsider(Reconsidering.Task(), TaskOutcome.Uphold, " ", [], null, People.Registrar, Moments.Monday)
            .AssertRefused(RefusalKind.Invalid);
    }

    [Fact]
    public void After_a_decline_nothing_is_withdrawn()
    {
        Declined.Withdraw("No staff.", People.Provider, Moments.Monday).AssertRefused(RefusalKind.WrongState);
        Reconsidering.Withdraw("No staff.", People.Provider, Moments.Monday).AssertRefused(RefusalKind.WrongState);
    }

    [Fact]
    public void The_findings_that_count_are_those_of_who_decided_so()
    {
        Assert.Equal(14, Declined.FindingsThatCount.Count);
        var resolved = AnApplication
            .WithoutFault.UnderSecondReview(DecisionOutcome.Decline)
            .FoundBy(People.OtherEvaluator)
            .Decided(DecisionOutcome.Approve, People.OtherEvaluator)
            .Decided(DecisionOutcome.Decline, People.Registrar);
        Assert.All(resolved.FindingsThatCount, finding => Assert.Equal(People.Evaluator.Id, finding.By));
        Assert.Equal(7, resolved.FindingsThatCount.Count);
    }

    private static Outcome<Change> Ask(
        Application application,
        string grounds = Grounds,
        string registrar = "registrar",
        DateTimeOffset? at = null
    ) => application.AskToReconsider(grounds, registrar, Stages.Settings, People.Provider, at ?? Moments.Monday);

    private static Outcome<Change> Decide(Application application, TaskOutcome outcome, string? condition = null, Actor? by = null) =>
        application.Reconsider(
            application.Task(),
            outcome,
            "As the record says.",
            condition is null ? [] : [Moments.InMay(condition)],
            People.Registrar.Id,
            by ?? People.Registrar,
            Moments.Monday
        );
}
