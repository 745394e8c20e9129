namespace MicroCred.Approval.Tests;

public sealed class ClosingTests
{
    private static readonly Registration Registration = new(1, ReportingCode.Parse("5056"), Moments.Monday);

    public sealed class Publication
    {
        [Fact]
        public void Puts_an_approved_application_on_the_register()
        {
            var published = AnApplication.WithoutFault.Approved().Publish(Registration, Moments.Monday).Application();
            Assert.True(published is { Status: ApplicationStatus.Published, IsClosed: true });
            Assert.Equal(Registration, published.Registration);
        }

        [Fact]
        public void Waits_until_the_funding_that_was_asked_for_is_assessed_and_not_for_a_referral()
        {
            var approved = AnApplication.WithoutFault.AskingForFunding().Approved();
            approved.Publish(Registration, Moments.Monday).AssertRefused(RefusalKind.WrongState);
            var referred = Assessed(approved, FundingOutcome.Referred).Publish(Registration, Moments.Monday).Application();
            Assert.True(referred is { Status: ApplicationStatus.Published, IsClosed: false, Funding.Outcome: FundingOutcome.Referred });
            referred.Withdraw("Not now.", People.Provider, Moments.Monday).AssertRefused(RefusalKind.WrongState);
            referred.Publish(Registration, Moments.Monday).AssertRefused(RefusalKind.WrongState);
            Assessed(approved, FundingOutcome.Eligible).Publish(Registration, Moments.Monday).Change();
            Assessed(approved, FundingOutcome.Ineligible).Publish(Registration, Moments.Monday).Change();
        }

        [Fact]
        public void Comes_once_and_only_after_approval()
        {
            AnApplication.WithoutFault.Published().Publish(Registration, Moments.Monday).AssertRefused(RefusalKind.WrongState);
            AnApplication.WithoutFault.Evaluated().Publish(Registration, Moments.Monday).AssertRefused(RefusalKind.WrongState);
            AnApplication.WithoutFault.Declined().Publish(Registration, Moments.Monday).AssertRefused(RefusalKind.WrongState);
        }

        private static Application Assessed(Application application, FundingOutcome outcome) =>
            application.AssessFunding(new(outcome, Fund.Dq3To7, 0.1667m, []), People.Adviser.Id, new(), Moments.Monday).Application();
    }

    public sealed class Withdrawal
    {
        [Fact]
        public void Is_possible_from_submission_to_approval_and_closes_the_tasks()
        {
            Assert.All(
                [
                    AnApplication.WithoutFault.Submitted(),
                    AnApplication.WithoutFault.Returned(),
                    AnApplication.WithoutFault.InReview(),
                    AnApplication.WithoutFault.WaitingForInformation(),
                    AnApplication.WithoutFault.Approved(),
                ],
                application =>
                {
                    var withdrawn = Withdraw(application).Application();
                    Assert.Equal((ApplicationStatus.Withdrawn, "No staff."), (withdrawn.Status, withdrawn.WithdrawalReason));
                    Assert.DoesNotContain(withdrawn.Tasks, task => task.IsOpen);
                    Assert.Null(withdrawn.WaitingFor);
                }
            );
        }

        [Fact]
        public void Is_not_for_a_draft_or_once_it_is_over() =>
            Assert.All(
                [
                    AnApplication.WithoutFault.Draft(),
                    AnApplication.WithoutFault.Declined(),
                    AnApplication.WithoutFault.Published(),
                    Withdraw(AnApplication.WithoutFault.InReview()).Application(),
                ],
                application => Withdraw(application).AssertRefused(RefusalKind.WrongState)
            );

        [Fact]
        public void Has_a_reason() =>
            AnApplication.WithoutFault.InReview().Withdraw(" ", People.Provider, Moments.Monday).AssertRefused(RefusalKind.Invalid);

        private static Outcome<Change> Withdraw(Application application) =>
            application.Withdraw("No staff.", People.Provider, Moments.Monday);
    }

    public sealed class A_reminder
    {
        [Fact]
        public void Is_noted_and_changes_nothing_else()
        {
            var before = AnApplication.WithoutFault.InReview();
            var point = before.Tasks.Single().Due;
            var change = before.Remind(point, "Evaluation is due in 5 working days", "evaluator-1", Moments.Monday).Change();
            Assert.Equal(nameof(Reminded), change.Events.Single().What.Name);
            Assert.Equal(point, change.Application.RemindedOf);
            Assert.Equal(
                before,
                change.Application with
                {
                    RemindedOf = null,
                    Revision = before.Revision,
                    ToldRevision = before.ToldRevision,
                    EventCount = before.EventCount,
                }
            );
        }

        [Fact]
        public void Comes_to_nobody_once_it_is_over() =>
            AnApplication
                .WithoutFault.Published()
                .Remind(Moments.Monday, "Evaluation", "evaluator-1", Moments.Monday)
                .AssertRefused(RefusalKind.WrongState);
    }
}
