namespace MicroCred.Approval.Tests;

public sealed class EvaluationTests
{
    public sealed class A_finding
    {
        private readonly Application _inReview = AnApplication.WithoutFault.InReview();

        [Theory]
        [InlineData(0, false)]
        [InlineData(1, true)]
        [InlineData(7, true)]
        [InlineData(8, false)]
        public void Is_of_one_of_the_seven_criteria(int criterion, bool good)
        {
            var outcome = Record(criterion);
            if (good)
            {
                Assert.Equal(criterion, outcome.Application().Tasks.Single().Findings.Single().Criterion);
            }
            else
            {
                outcome.AssertRefused(RefusalKind.Invalid);
            }
        }

        [Fact]
        public void Always_has_a_comment() => Record(1, comment: " ").AssertRefused(RefusalKind.Invalid);

        [Fact]
        public void Is_the_assignees_alone() => Record(1, by: People.OtherEvaluator).AssertRefused(RefusalKind.NotYours);

        [Fact]
        public void Replaces_the_one_before_and_they_stay_in_order()
        {
            var twice = Record(2).Application();
            twice = twice.RecordFinding(twice.Task(), 1, CriterionResult.Met, "Fine.", People.Evaluator, Moments.Monday).Application();
            twice = twice.RecordFinding(twice.Task(), 2, CriterionResult.NotMet, "No.", People.Evaluator, Moments.Monday).Application();
            Assert.Equal(
                [
                    new(1, CriterionResult.Met, "Fine.", People.Evaluator.Id, Moments.Monday),
                    new(2, CriterionResult.NotMet, "No.", People.Evaluator.Id, Moments.Monday),
                ],
                twice.Tasks.Single().Findings
            );
        }

        [Fact]
        public void May_come_while_the_provider_owes_an_answer()
        {
            var waiting = AnApplication.WithoutFault.WaitingForInformation();
            waiting.RecordFinding(waiting.Task(), 1, CriterionResult.Met, "Fine.", People.Evaluator, Moments.Monday).Change();
        }

        [Fact]
        public void Does_not_come_after_the_decision()
        {
            var approved = AnApplication.WithoutFault.Approved();
            approved
                .RecordFinding(approved.Task(), 1, CriterionResult.Met, "Fine.", People.Evaluator, Moments.Monday)
                .AssertRefused(RefusalKind.WrongState);
        }

        private Outcome<Change> Record(int criterion, string comment = "Read.", Actor? by = null) =>
            _inReview.RecordFinding(_inReview.Task(), criterion, CriterionResult.Met, comment, by ?? People.Evaluator, Moments.Monday);
    }

    public sealed class A_decision
    {
        private static readonly AnApplication Application = AnApplication.WithoutFault;

        [Fact]
        public void To_approve_settles_the_application_and_closes_its_task()
        {
            var decided = Decide(Application.Evaluated(), DecisionOutcome.Approve).Application();
            Assert.Equal(
                (ApplicationStatus.Approved, DecisionOutcome.Approve, People.Evaluator),
                (decided.Status, decided.Decision!.Outcome, decided.Decision.By)
            );
            Assert.All(decided.Tasks, task => Assert.False(task.IsOpen));
        }

        [Fact]
        public void Comes_only_after_a_finding_of_every_criterion()
        {
            var refusal = Decide(Application.InReview(), DecisionOutcome.Decline);
            refusal.AssertRefused(RefusalKind.WrongState);
            Assert.Contains("1, 2, 3, 4, 5, 6, 7", refusal.Refusal().Detail, StringComparison.Ordinal);
        }

        [Fact]
        public void Needs_its_reasons() =>
            Decide(Application.Evaluated(), DecisionOutcome.Approve, reasons: " ").AssertRefused(RefusalKind.Invalid);

        [Fact]
        public void Approves_nothing_with_a_criterion_not_met()
        {
            var application = Application.Evaluated((3, CriterionResult.NotMet));
            Decide(application, DecisionOutcome.Approve).AssertRefused(RefusalKind.Invalid);
            Decide(application, DecisionOutcome.ApproveWithConditions, "Hire a tutor.").AssertRefused(RefusalKind.Invalid);
            Decide(application, DecisionOutcome.Decline).Change();
        }

        [Fact]
        public void Approves_a_criterion_met_with_a_condition_only_with_conditions()
        {
            var application = Application.Evaluated((3, CriterionResult.MetWithCondition));
            Decide(application, DecisionOutcome.Approve).AssertRefused(RefusalKind.Invalid);
            var approved = Decide(application, DecisionOutcome.ApproveWithConditions, "Hire a tutor.").Application();
            Assert.Equal(ApplicationStatus.Approved, approved.Status);
            Assert.Equal([Moments.InMay("Hire a tutor.")], approved.Decision!.Conditions);
        }

        [Fact]
        public void With_conditions_states_them()
        {
            Decide(Application.Evaluated(), DecisionOutcome.ApproveWithConditions).AssertRefused(RefusalKind.Invalid);
            Decide(Application.Evaluated(), DecisionOutcome.ApproveWithConditions, " ").AssertRefused(RefusalKind.Invalid);
        }

        [Theory]
        [InlineData(DecisionOutcome.Approve)]
        [InlineData(DecisionOutcome.Decline)]
        public void Of_another_kind_has_none(DecisionOutcome outcome) =>
            Decide(Application.Evaluated(), outcome, "Hire a tutor.").AssertRefused(RefusalKind.Invalid);

        [Fact]
        public void Is_the_assignees_alone() =>
            Decide(Application.Evaluated(), DecisionOutcome.Approve, by: People.OtherEvaluator).AssertRefused(RefusalKind.NotYours);

        [Fact]
        public void Is_made_once()
        {
            var approved = Application.Approved();
            Decide(approved, DecisionOutcome.Decline).AssertRefused(RefusalKind.WrongState);
        }

        [Fact]
        public void Waits_for_an_answer_that_is_owed() =>
            Decide(Application.Evaluated().Asked(Moments.Monday), DecisionOutcome.Approve).AssertRefused(RefusalKind.WrongState);

        private static Outcome<Change> Decide(
            Application application,
            DecisionOutcome outcome,
            string? condition = null,
            string reasons = "As found.",
            Actor? by = null
        ) =>
            application.Decide(
                application.Task(),
                outcome,
                reasons,
                condition is null ? [] : [Moments.InMay(condition)],
                People.OtherEvaluator.Id,
                Stages.Settings,
                by ?? People.Evaluator,
                Moments.Monday
            );
    }
}
