namespace MicroCred.Approval.Tests;

public sealed class SubmissionTests
{
    private static readonly Finding Error = new("CRED01", Severity.Error, "microCredential.credits", "Too many.", "Fewer.");
    private static readonly Finding Warning = Error with { Rule = "STAKE01", Severity = Severity.Warning };

    [Fact]
    public void The_first_submission_fixes_the_edition_for_good()
    {
        var again = AnApplication.WithoutFault.Returned().Submit(Checks.Edition2026, People.Provider, Moments.Later(9)).Application();
        Assert.Equal(("2018", 2, ApplicationStatus.Submitted), (again.Edition, again.Submissions, again.Status));
        Assert.Equal((Moments.Monday, Moments.Later(9)), (again.SubmittedAt, again.LastSubmittedAt));
    }

    [Fact]
    public void What_was_found_before_is_not_held_against_a_new_submission()
    {
        var again = AnApplication.WithoutFault.Returned().Submitted();
        Assert.Empty(again.Findings);
        Assert.Null(again.ValidatedAt);
        Assert.Null(again.LapsesAt);
    }

    [Fact]
    public void What_came_back_is_corrected_once_its_provider_changes_anything()
    {
        var returned = AnApplication.WithoutFault.Returned();
        Assert.False(returned.Corrected);
        Assert.True(returned.Replace(returned.Content, People.Provider, Moments.Monday).Application().Corrected);
        Assert.True(returned.WithDocument(DocumentKind.Other).Corrected);
        Assert.True(returned.RemoveDocument("d1", People.Provider, Moments.Monday).Application().Corrected);
        Assert.False(returned.WithDocument(DocumentKind.Other).Submitted().Corrected);
        Assert.False(AnApplication.WithoutFault.Draft().WithDocument(DocumentKind.Other).Corrected);
    }

    [Fact]
    public void It_is_not_submitted_twice() =>
        AnApplication
            .WithoutFault.Submitted()
            .Submit(Checks.Edition2018, People.Provider, Moments.Monday)
            .AssertRefused(RefusalKind.WrongState);

    [Fact]
    public void An_error_sends_it_back_with_60_working_days_to_put_it_right()
    {
        var change = AnApplication.WithoutFault.Submitted().RecordValidation([Warning, Error], new(), Moments.Monday).Change();
        var returned = change.Application;
        Assert.Equal((ApplicationStatus.Returned, Moments.Monday), (returned.Status, returned.ReturnedAt));
        Assert.Equal(WorkingDays.Deadline(Moments.Monday, 60), returned.LapsesAt);
        Assert.Equal([Warning, Error], returned.Findings);
        Assert.Equal((nameof(Returned), "Errors by rule CRED01."), (change.Events.Single().What.Name, change.Events.Single().What.Detail));
    }

    [Fact]
    public void Warnings_alone_let_it_go_on()
    {
        var validated = AnApplication.WithoutFault.Submitted().RecordValidation([Warning], new(), Moments.Monday).Application();
        Assert.Equal((ApplicationStatus.Submitted, Moments.Monday), (validated.Status, validated.ValidatedAt));
        Assert.Equal([Warning], validated.Findings);
    }

    [Fact]
    public void Only_what_was_submitted_is_validated() =>
        AnApplication.WithoutFault.Draft().RecordValidation([], new(), Moments.Monday).AssertRefused(RefusalKind.WrongState);

    public sealed class A_university
    {
        [Fact]
        public void Approves_its_own_once_that_is_validated()
        {
            var approved = AnApplication.ByAUniversity.Validated().ApproveByUniversity(Moments.Monday).Application();
            Assert.Equal(ApplicationStatus.Approved, approved.Status);
            Assert.True(approved.Decision is { ByUniversity: true, Outcome: DecisionOutcome.Approve });
            Assert.Equal(Providers.Vuw.Name, approved.Decision.By.Name);
        }

        [Fact]
        public void Has_its_body_the_day_and_the_reference_on_record()
        {
            UniversityApprovalContent approval = new("Academic Board", new DateOnly(2026, 2, 3), "AB 26/12");

            Assert.Equal("Approved by the university itself: Academic Board, on 3 February 2026, reference AB 26/12.", ReasonsOf(approval));
            Assert.Equal("Approved by the university itself: Academic Board.", ReasonsOf(new("Academic Board")));
            Assert.Equal("Approved by the university itself.", ReasonsOf(null));
        }

        [Fact]
        public void Does_not_approve_what_was_not_validated() =>
            AnApplication.ByAUniversity.Submitted().ApproveByUniversity(Moments.Monday).AssertRefused(RefusalKind.WrongState);

        [Fact]
        public void Has_nothing_for_NZQA_to_evaluate() =>
            AnApplication
                .ByAUniversity.Validated()
                .Assign(People.Evaluator.Id, new(), Moments.Monday)
                .AssertRefused(RefusalKind.WrongState);

        [Fact]
        public void Is_the_only_provider_that_does() =>
            AnApplication.WithoutFault.Validated().ApproveByUniversity(Moments.Monday).AssertRefused(RefusalKind.WrongState);

        private static string ReasonsOf(UniversityApprovalContent? approval) =>
            AnApplication
                .ByAUniversity.WithAll(content => content with { UniversityApproval = approval })
                .Validated()
                .ApproveByUniversity(Moments.Monday)
                .Application()
                .Decision!.Reasons;
    }

    [Fact]
    public void A_returned_application_lapses_and_then_cannot_come_back()
    {
        var lapsed = AnApplication.WithoutFault.Returned().Lapse(Moments.Later(90)).Application();
        Assert.True(lapsed is { Status: ApplicationStatus.Lapsed, IsClosed: true });
        lapsed.Submit(Checks.Edition2018, People.Provider, Moments.Later(91)).AssertRefused(RefusalKind.WrongState);
    }

    [Fact]
    public void An_application_that_was_submitted_again_does_not_lapse() =>
        AnApplication.WithoutFault.Returned().Submitted().Lapse(Moments.Later(90)).AssertRefused(RefusalKind.WrongState);
}
