namespace MicroCred.Approval.Tests;

public sealed class WaitingForTests
{
    private const string Mito = "MITO (Te Pūkenga WBL)";

    [Fact]
    public void A_draft_waits_for_its_provider() =>
        Assert.Equal(new(Mito, "Submission", null), AnApplication.WithoutFault.Draft().WaitingFor);

    [Fact]
    public void A_submitted_one_waits_for_validation_and_then_for_NZQA()
    {
        Assert.Equal(new("System", "Automatic validation", null), AnApplication.WithoutFault.Submitted().WaitingFor);
        Assert.Equal(new("NZQA", "Assignment", null), AnApplication.WithoutFault.Validated().WaitingFor);
    }

    [Fact]
    public void A_returned_one_waits_for_its_provider_until_it_lapses()
    {
        var returned = AnApplication.WithoutFault.Returned();
        Assert.Equal(new(Mito, "Corrected application", returned.LapsesAt), returned.WaitingFor);
    }

    [Fact]
    public void One_in_review_waits_for_its_evaluator_until_the_task_is_due()
    {
        var inReview = AnApplication.WithoutFault.InReview();
        Assert.Equal(new("evaluator-1", "Evaluation", inReview.Tasks.Single().Due), inReview.WaitingFor);
    }

    [Fact]
    public void One_in_review_with_nobody_waits_for_NZQA()
    {
        var inReview = AnApplication.WithoutFault.InReview();
        var released = inReview.Release(inReview.Task(), "Ill.", null, People.Evaluator, Moments.Monday).Application();
        Assert.Equal("NZQA", released.WaitingFor?.Who);
    }

    [Fact]
    public void One_with_a_question_waits_for_its_provider_until_that_is_due()
    {
        var waiting = AnApplication.WithoutFault.WaitingForInformation();
        Assert.Equal(new(Mito, "Answer to information request 1", waiting.InformationRequests[0].Due), waiting.WaitingFor);
    }

    [Fact]
    public void An_approved_one_waits_for_the_funding_assessment_for_publication_and_then_for_TEC()
    {
        var approved = AnApplication.WithoutFault.AskingForFunding().Approved();
        Assert.Equal(new("System", "Funding assessment", null), approved.WaitingFor);
        var referred = approved
            .AssessFunding(new(FundingOutcome.Referred, null, 0, []), People.Adviser.Id, new(), Moments.Monday)
            .Application()
            .Publish(new(1, ReportingCode.Parse("5056"), Moments.Monday), Moments.Monday)
            .Application();
        Assert.Equal(new("funding-adviser", "Funding decision", referred.Tasks[^1].Due), referred.WaitingFor);
        Assert.Equal(new("System", "Publication", null), AnApplication.WithoutFault.Approved().WaitingFor);
    }

    [Fact]
    public void Its_provider_is_told_the_organisation_and_nobody_of_it()
    {
        var inReview = AnApplication.WithoutFault.InReview();
        var referred = AnApplication
            .WithoutFault.AskingForFunding()
            .Approved()
            .AssessFunding(new(FundingOutcome.Referred, null, 0, []), People.Adviser.Id, new(), Moments.Monday)
            .Application()
            .Publish(new(1, ReportingCode.Parse("5056"), Moments.Monday), Moments.Monday)
            .Application();
        Assert.Equal(inReview.WaitingFor! with { Who = "NZQA" }, inReview.WaitingForAsToldToProvider);
        Assert.Equal(referred.WaitingFor! with { Who = "TEC" }, referred.WaitingForAsToldToProvider);
        Assert.Equal(Mito, AnApplication.WithoutFault.Draft().WaitingForAsToldToProvider!.Who);
    }

    [Fact]
    public void One_that_is_over_waits_for_nobody()
    {
        Assert.Null(AnApplication.WithoutFault.Published().WaitingFor);
        Assert.Null(AnApplication.WithoutFault.Declined().WaitingFor);
    }
}
