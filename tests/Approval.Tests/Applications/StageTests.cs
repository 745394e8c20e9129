namespace MicroCred.Approval.Tests;

public sealed class StageTests
{
    private static readonly FundingAssessment Referral = new(FundingOutcome.Referred, Fund: null, Efts.Of(20), []);

    public static TheoryData<string, Application, Stage, bool> Places =>
        new()
        {
            { "a draft", AnApplication.WithoutFault.Draft(), Stage.Drafting, false },
            { "submitted", AnApplication.WithoutFault.Submitted(), Stage.Validation, true },
            { "validated", AnApplication.WithoutFault.Validated(), Stage.Assignment, true },
            { "returned", AnApplication.WithoutFault.Returned(), Stage.Correction, false },
            { "with an evaluator", AnApplication.WithoutFault.InReview(), Stage.Evaluation, false },
            { "asked about", AnApplication.WithoutFault.WaitingForInformation(), Stage.Information, false },
            { "approved, funding not asked for", AnApplication.WithoutFault.Approved(), Stage.Publication, true },
            { "approved, funding not assessed", AnApplication.WithoutFault.AskingForFunding().Approved(), Stage.Funding, true },
            { "approved, funding referred", Referred(), Stage.Publication, true },
            {
                "published, funding referred",
                Referred().Publish(new(1, ReportingCode.Parse("5056"), Moments.Monday), Moments.Monday).Application(),
                Stage.Funding,
                false
            },
            { "declined", AnApplication.WithoutFault.Declined(), Stage.Ended, false },
            { "reconsidered", AnApplication.WithoutFault.Reconsidering(), Stage.Reconsideration, false },
            { "published", AnApplication.WithoutFault.Published(), Stage.Ended, false },
        };

    [Theory]
    [MemberData(nameof(Places))]
    public void Where_an_application_is_and_whether_the_system_is_to_act_is_told_by_its_state(
        string place,
        Application application,
        Stage stage,
        bool isSystemsTurn
    ) => Assert.Equal((place, stage, isSystemsTurn), (place, application.Stage, application.IsSystemsTurn));

    [Fact]
    public void Since_when_is_kept_through_changes_that_leave_the_stage_as_it_is()
    {
        var inReview = AnApplication.WithoutFault.InReview();
        var task = inReview.Tasks[0];
        var later = inReview.RecordFinding(task.Id, 1, CriterionResult.Met, "Read.", People.Evaluator, Moments.Later(3)).Application();

        Assert.Equal(Stage.Evaluation, inReview.Entered!.Stage);
        Assert.Equal(inReview.Entered, later.Entered);
    }

    [Fact]
    public void Since_when_moves_with_the_stage()
    {
        var asked = AnApplication.WithoutFault.InReview().Asked(Moments.Later(3));

        Assert.Equal(new(Stage.Information, Moments.Later(3)), asked.Entered);
    }

    [Fact]
    public void Working_days_are_added_up_for_each_stage_that_was_left_since_the_first_submission()
    {
        var asked = AnApplication.WithoutFault.InReview().Asked(Moments.Later(3));
        var answered = asked.Answer(1, "By another provider.", People.Provider, Moments.Later(8)).Application();
        var withdrawn = answered.Withdraw("Not now.", People.Provider, Moments.Later(14)).Application();

        Assert.Null(AnApplication.WithoutFault.Draft().DaysInStages);
        Assert.Equal([new(Stage.Validation, 0), new(Stage.Assignment, 0)], AnApplication.WithoutFault.InReview().DaysInStages!);
        Assert.Equal(
            [new(Stage.Validation, 0), new(Stage.Assignment, 0), new(Stage.Evaluation, 3 + 4), new(Stage.Information, 3)],
            withdrawn.DaysInStages!
        );
    }

    [Fact]
    public void They_stay_unknown_for_one_that_was_submitted_before_they_were_counted()
    {
        var submitted = AnApplication.WithoutFault.InReview() with { DaysInStages = null };

        Assert.Null(submitted.Asked(Moments.Later(3)).DaysInStages);
    }

    private static Application Referred() =>
        AnApplication
            .WithoutFault.AskingForFunding()
            .Approved()
            .AssessFunding(Referral, "funding-adviser", new FundingSettings(), Moments.Monday)
            .Application();
}
