namespace MicroCred.Approval.Tests;

/// <summary>People who acted for the provider on an application never act on it for NZQA or TEC, whatever their later role.</summary>
public sealed class TwoSidesTests
{
    private static readonly Actor Changed = new("turncoat", "Turn Coat", ActorKind.Evaluator);

    [Fact]
    public void Everybody_who_acted_for_the_provider_is_remembered_once()
    {
        var asked = AnApplication.WithoutFault.WaitingForInformation();
        var answered = asked.Answer(1, "So.", Changed with { Kind = ActorKind.Provider }, Moments.Monday).Application();

        Assert.Equal([People.Provider.Id, Changed.Id], answered.ActedFor);
    }

    [Fact]
    public void They_get_none_of_its_tasks()
    {
        Written().Assign(Changed.Id, Stages.Settings, Moments.Monday).AssertRefused(RefusalKind.Invalid);
        InReview()
            .Reassign(InReview().Task(), Changed.Id, "They are free.", People.Registrar, Moments.Monday)
            .AssertRefused(RefusalKind.Invalid);
    }

    [Fact]
    public void They_neither_judge_nor_ask_nor_decide_nor_assign()
    {
        var theirs = InReview() with { Tasks = [.. InReview().Tasks.Select(task => task with { Assignee = Changed.Id })] };
        var task = theirs.Task();

        theirs.RecordFinding(task, 1, CriterionResult.Met, "Fine.", Changed, Moments.Monday).AssertRefused(RefusalKind.WrongState);
        theirs.RequestInformation(task, "Why?", [], [], Stages.Settings, Changed, Moments.Monday).AssertRefused(RefusalKind.WrongState);
        theirs
            .Decide(task, DecisionOutcome.Decline, "No.", [], null, Stages.Settings, Changed, Moments.Monday)
            .AssertRefused(RefusalKind.WrongState);
        theirs.Release(task, "Busy.", null, Changed, Moments.Monday).AssertRefused(RefusalKind.WrongState);
        theirs
            .Reassign(task, "evaluator-3", "They are free.", Changed with { Kind = ActorKind.Registrar }, Moments.Monday)
            .AssertRefused(RefusalKind.WrongState);
    }

    [Fact]
    public void They_settle_no_referral()
    {
        var asking = AnApplication.WithoutFault.AskingForFunding().Approved() with { ActedFor = [Changed.Id] };
        var referral = new FundingAssessment(FundingOutcome.Referred, Fund.Dq3To7, 0.1m, []);

        asking.AssessFunding(referral, Changed.Id, new(), Moments.Monday).AssertRefused(RefusalKind.Invalid);
        var referred = asking.AssessFunding(referral, null, new(), Moments.Monday).Application();
        var theirs = referred with { Tasks = [.. referred.Tasks.Select(task => task with { Assignee = Changed.Id })] };
        theirs.DecideReferral(theirs.Task(), true, "Yes.", [], Changed, Moments.Monday).AssertRefused(RefusalKind.WrongState);
    }

    [Fact]
    public void Nor_does_anybody_who_acts_for_the_provider_now_whatever_role_they_have()
    {
        var inReview = AnApplication.WithoutFault.InReview();
        var colleague = People.Evaluator with { ActsFor = inReview.Provider.Number };

        inReview
            .Decide(inReview.Task(), DecisionOutcome.Decline, "No.", [], null, Stages.Settings, colleague, Moments.Monday)
            .AssertRefused(RefusalKind.WrongState);
        inReview
            .RecordFinding(inReview.Task(), 1, CriterionResult.Met, "Fine.", colleague, Moments.Monday)
            .AssertRefused(RefusalKind.WrongState);
    }

    [Fact]
    public void What_was_corrected_and_never_handed_in_stays_the_providers_alone()
    {
        var returned = AnApplication.WithoutFault.Returned();
        var corrected = returned.Replace(returned.Content, People.Provider, Moments.Monday).Application();

        Assert.True(corrected.Lapse(Moments.Monday).Application().IsProvidersAlone);
        Assert.True(corrected.Withdraw("No.", People.Provider, Moments.Monday).Application().IsProvidersAlone);
        Assert.False(returned.Lapse(Moments.Monday).Application().IsProvidersAlone);
        Assert.False(corrected.Submitted().IsProvidersAlone);
    }

    private static Application Written() => AnApplication.WithoutFault.Validated() with { ActedFor = [Changed.Id] };

    private static Application InReview() => AnApplication.WithoutFault.InReview() with { ActedFor = [Changed.Id] };
}
