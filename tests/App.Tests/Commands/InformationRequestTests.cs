using MicroCred.App.Evaluation;
using MicroCred.Approval.Tests;

namespace MicroCred.App.Tests.Commands;

public sealed class InformationRequestTests
{
    [Fact]
    public void The_provider_is_told_the_question_and_by_when_to_answer()
    {
        var inReview = AnApplication.WithoutFault.InReview();

        var asked = new RequestInformation(inReview.Task(), new("How is it moderated?", [6]))
            .Apply(inReview, Applying.ContextOf(Callers.Evaluator))
            .Accepted();

        Assert.Equal([("InformationRequested", "9001")], asked.Told());
        Assert.Equal("How is it moderated?", Assert.IsType<InformationRequestedNotice>(asked.Notices[0]).Question);
        Assert.Equal(asked.After().InformationRequests.Single().Due, Assert.IsType<InformationRequestedNotice>(asked.Notices[0]).Due);
    }

    [Fact]
    public void The_assignee_is_told_of_the_answer()
    {
        var asked = AnApplication.WithoutFault.WaitingForInformation();

        var answered = new AnswerInformationRequest(asked.Id, 1, new("By two of us."))
            .Apply(asked, Applying.ContextOf(Callers.Mito))
            .Accepted();

        Assert.Equal("By two of us.", answered.After().InformationRequests.Single().Answer);
        Assert.Equal([("Answered", People.Evaluator.Id)], answered.Told());
    }

    [Fact]
    public void The_provider_is_told_of_another_due_date_with_the_reason()
    {
        var asked = AnApplication.WithoutFault.WaitingForInformation();

        var extended = new ExtendInformationRequest(asked.Id, 1, new(new(2026, 4, 30), "They are ill."))
            .Apply(asked, Applying.ContextOf(Callers.Registrar))
            .Accepted();

        Assert.Equal([("InformationExtended", "9001")], extended.Told());
        Assert.Contains("They are ill.", extended.Notices[0].Write().InText("https://microcred.example"), StringComparison.Ordinal);
        Assert.Contains("30 April 2026", extended.Notices[0].Write().InText("https://microcred.example"), StringComparison.Ordinal);
    }

    [Fact]
    public void Provider_and_assignee_are_told_that_a_question_was_closed()
    {
        var asked = AnApplication.WithoutFault.WaitingForInformation();

        var lapsed = new LapseInformationRequest(asked.Id, 1, new("Nobody could be reached."))
            .Apply(asked, Applying.ContextOf(Callers.Registrar) with { Now = Moments.Later(30) })
            .Accepted();

        Assert.Equal([("InformationClosed", "9001"), ("InformationLapsed", People.Evaluator.Id)], lapsed.Told());
    }

    [Fact]
    public void An_assignee_is_told_of_their_tasks_other_due_date_and_nobody_where_nobody_has_it()
    {
        var inReview = AnApplication.WithoutFault.InReview();
        var nobodys = inReview.Release(inReview.Task(), "Ill.", null, People.Evaluator, Moments.Monday).Application();
        ExtendTask command = new(inReview.Task(), new(new(2026, 4, 30), "It is long."));

        Assert.Equal(
            [("TaskExtended", People.Evaluator.Id)],
            command.Apply(inReview, Applying.ContextOf(Callers.Registrar)).Accepted().Told()
        );
        Assert.Empty(command.Apply(nobodys, Applying.ContextOf(Callers.Registrar)).Accepted().Told());
    }

    [Fact]
    public void A_request_that_was_not_made_is_not_answered() =>
        new AnswerInformationRequest(AnApplication.Id, 2, new("By two of us."))
            .Apply(AnApplication.WithoutFault.WaitingForInformation(), Applying.ContextOf(Callers.Mito))
            .Refused(RefusalKind.NotFound);

    [Fact]
    public void A_finding_is_told_to_nobody()
    {
        var inReview = AnApplication.WithoutFault.InReview();

        var found = new RecordFinding(inReview.Task(), 3, new(CriterionResult.Met, "Read and considered."))
            .Apply(inReview, Applying.ContextOf(Callers.Evaluator))
            .Accepted();

        Assert.Equal(3, found.After().Tasks.Single().Findings.Single().Criterion);
        Assert.Empty(found.Notices);
    }
}
