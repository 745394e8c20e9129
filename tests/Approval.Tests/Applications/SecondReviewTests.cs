namespace MicroCred.Approval.Tests;

public sealed class SecondReviewTests
{
    private static readonly AnApplication Application = AnApplication.WithoutFault;
    private static readonly AnApplication AtLevel7 = Application with
    {
        Content = Application.Content with { MicroCredential = Application.Content.MicroCredential! with { Level = 7 } },
    };

    public sealed class Is_needed
    {
        [Theory]
        [InlineData(3, DecisionOutcome.Approve, 0, null)]
        [InlineData(6, DecisionOutcome.ApproveWithConditions, 0, null)]
        [InlineData(3, DecisionOutcome.Decline, 0, TaskKind.SecondReview)]
        [InlineData(7, DecisionOutcome.Approve, 0, TaskKind.SecondReview)]
        [InlineData(10, DecisionOutcome.ApproveWithConditions, 0, TaskKind.SecondReview)]
        [InlineData(3, DecisionOutcome.Approve, 1, TaskKind.SecondReview)]
        public void By_outcome_level_and_share(int level, DecisionOutcome outcome, double share, TaskKind? follows)
        {
            var application = (
                Application with
                {
                    Content = Application.Content with { MicroCredential = Application.Content.MicroCredential! with { Level = level } },
                }
            ).Evaluated();
            Assert.Equal(follows, application.Follows(application.Task(), outcome, Stages.Settings with { SecondReviewShare = share }));
        }

        [Fact]
        public void By_a_share_of_the_others_that_is_the_same_each_time()
        {
            var settings = Stages.Settings with { SecondReviewShare = 0.25 };
            var evaluated = Application.Evaluated();
            var chosen = Enumerable
                .Range(0, 2000)
                .Select(number => evaluated with { Id = ApplicationId.New(new Guid(number, 0, 0, [1, 2, 3, 4, 5, 6, 7, 8])) })
                .Count(one => one.Follows(one.Task(), DecisionOutcome.Approve, settings) is not null);
            Assert.InRange(chosen, 440, 560);
            Assert.Equal(
                evaluated.Follows(evaluated.Task(), DecisionOutcome.Approve, settings),
                evaluated.Follows(evaluated.Task(), DecisionOutcome.Approve, settings)
            );
        }
    }

    public sealed class Before_it_counts
    {
        private readonly Application _waiting = Application.UnderSecondReview(DecisionOutcome.Decline);

        [Fact]
        public void The_application_stays_in_review_without_a_decision() =>
            Assert.Equal(
                (ApplicationStatus.InReview, Stage.SecondReview, null, People.OtherEvaluator.Id),
                (_waiting.Status, _waiting.Stage, _waiting.Decision, _waiting.WaitingFor!.Who)
            );

        [Fact]
        public void The_first_task_keeps_what_was_found_and_decided()
        {
            var first = _waiting.Tasks[0];
            Assert.Equal(
                (false, 7, TaskOutcome.Decline, People.Evaluator),
                (first.IsOpen, first.Findings.Count, first.Decision!.Outcome, first.Decision.By)
            );
        }

        [Fact]
        public void The_reviewer_has_five_working_days_and_never_less_than_the_evaluation_had()
        {
            Assert.Equal(_waiting.Tasks[0].Due, _waiting.Tasks[1].Due);
            var late = Application.Evaluated();
            late = late.Decide(
                    late.Task(),
                    DecisionOutcome.Decline,
                    "No.",
                    [],
                    People.OtherEvaluator.Id,
                    Stages.Settings,
                    People.Evaluator,
                    late.Tasks[0].Due
                )
                .Application();
            Assert.Equal(WorkingDays.Deadline(late.Tasks[0].Due, 5), late.Tasks[1].Due);
        }

        [Fact]
        public void The_provider_knows_neither_a_later_due_date_nor_another_revision()
        {
            var late = Application.Evaluated();
            var told = (late.ToldRevision, late.WaitingForAsToldToProvider);
            late = late.Decide(
                    late.Task(),
                    DecisionOutcome.Decline,
                    "No.",
                    [],
                    People.OtherEvaluator.Id,
                    Stages.Settings,
                    People.Evaluator,
                    late.Tasks[0].Due
                )
                .Application()
                .FoundBy(People.OtherEvaluator);
            Assert.Equal(told, (late.ToldRevision, late.WaitingForAsToldToProvider));
            var moved = late.Release(late.Task(), "Ill.", "evaluator-3", People.OtherEvaluator, Moments.Monday).Application();
            Assert.Equal(told, (moved.ToldRevision, moved.WaitingForAsToldToProvider));
        }

        [Fact]
        public void A_document_found_infected_sends_it_back()
        {
            var back = _waiting
                .RejectInfected(_waiting.Documents[0].Sha256, new("scan", "etag"), Stages.Settings, Moments.Monday)
                .Application();
            Assert.Equal(ApplicationStatus.Returned, back.Status);
            Assert.All(back.Tasks, task => Assert.False(task.IsOpen));
        }

        [Fact]
        public void It_may_be_withdrawn() =>
            Assert.Equal(ApplicationStatus.Withdrawn, _waiting.Withdraw("No staff.", People.Provider, Moments.Monday).Application().Status);

        [Fact]
        public void The_reviewer_may_ask_the_provider_something()
        {
            var asked = _waiting
                .RequestInformation(_waiting.Task(), "How?", [1], [], Stages.Settings, People.OtherEvaluator, Moments.Monday)
                .Application();
            Assert.Equal(Stage.Information, asked.Stage);
            Assert.Equal(Stage.SecondReview, asked.Answer(1, "So.", People.Provider, Moments.Monday).Application().Stage);
        }

        [Fact]
        public void Who_decided_first_never_gets_the_review() =>
            _waiting
                .Reassign(_waiting.Task(), People.Evaluator.Id, "They are free.", People.Registrar, Moments.Monday)
                .AssertRefused(RefusalKind.Invalid);
    }

    public sealed class The_reviewer
    {
        private readonly Application _waiting = Application.UnderSecondReview(DecisionOutcome.Decline);

        [Fact]
        public void Sees_nothing_of_the_first_until_every_finding_is_in()
        {
            Assert.True(_waiting.IsBlind(People.OtherEvaluator.Id));
            Assert.False(_waiting.IsBlind(People.Registrar.Id));
            var shown = _waiting.TasksShownTo(People.OtherEvaluator.Id)[0];
            Assert.Equal((0, null), (shown.Findings.Count, shown.Decision));

            var six = EvaluationCriteria
                .All.Take(6)
                .Aggregate(_waiting, (current, criterion) =>
                    current
                        .RecordFinding(
                            current.Task(),
                            criterion.Number,
                            CriterionResult.Met,
                            "Read.",
                            People.OtherEvaluator,
                            Moments.Monday
                        )
                        .Application()
                );
            Assert.True(six.IsBlind(People.OtherEvaluator.Id));
            var seven = six.FoundBy(People.OtherEvaluator);
            Assert.False(seven.IsBlind(People.OtherEvaluator.Id));
            Assert.Equal(7, seven.TasksShownTo(People.OtherEvaluator.Id)[0].Findings.Count);
        }

        [Fact]
        public void Who_gave_it_up_stays_blind_since_it_may_come_back()
        {
            var moved = _waiting.Release(_waiting.Task(), "Ill.", "evaluator-3", People.OtherEvaluator, Moments.Monday).Application();
            Assert.True(moved.IsBlind(People.OtherEvaluator.Id));
            Assert.True(moved.IsBlind("evaluator-3"));
            Assert.False(moved.IsBlind(People.Evaluator.Id));
        }

        [Fact]
        public void Decides_only_with_findings_of_their_own()
        {
            Decide(_waiting, DecisionOutcome.Decline).AssertRefused(RefusalKind.WrongState);
            var another = _waiting
                .FoundBy(People.OtherEvaluator)
                .Reassign(_waiting.Task(), "evaluator-3", "They are free.", People.Registrar, Moments.Monday)
                .Application();
            Decide(another, DecisionOutcome.Decline, People.OtherEvaluator with { Id = "evaluator-3" })
                .AssertRefused(RefusalKind.WrongState);
        }

        [Fact]
        public void Who_agrees_makes_it_count()
        {
            var declined = Application.Declined();
            Assert.Equal(
                (ApplicationStatus.Declined, DecisionOutcome.Decline, People.OtherEvaluator),
                (declined.Status, declined.Decision!.Outcome, declined.Decision.By)
            );
            Assert.All(declined.Tasks, task => Assert.Equal((false, true), (task.IsOpen, task.Decision is not null)));
        }

        [Fact]
        public void Who_agrees_on_conditions_adds_theirs()
        {
            var first = AtLevel7.Evaluated();
            first = Decide(first, DecisionOutcome.ApproveWithConditions, People.Evaluator, "Hire a tutor.", "Name a moderator.")
                .Application();
            var both = Decide(
                    first.FoundBy(People.OtherEvaluator),
                    DecisionOutcome.ApproveWithConditions,
                    People.OtherEvaluator,
                    "Name a moderator.",
                    "Publish the fee."
                )
                .Application();
            Assert.Equal(
                [Moments.InMay("Hire a tutor."), Moments.InMay("Name a moderator."), Moments.InMay("Publish the fee.")],
                both.Decision!.Conditions
            );
            Assert.Equal("By evaluator-1.\n\nBy evaluator-2.", both.Decision.Reasons);
        }

        [Fact]
        public void Who_disagrees_leaves_it_to_a_registrar()
        {
            var open = Decide(_waiting.FoundBy(People.OtherEvaluator), DecisionOutcome.Approve).Application();
            Assert.Equal(
                (ApplicationStatus.InReview, Stage.Resolution, null, TaskKind.Resolution, People.Registrar.Id),
                (open.Status, open.Stage, open.Decision, open.Tasks[^1].Kind, open.Tasks[^1].Assignee)
            );

            var resolved = Decide(open, DecisionOutcome.Decline, People.Registrar).Application();
            Assert.Equal(
                (ApplicationStatus.Declined, "By registrar.", People.Registrar),
                (resolved.Status, resolved.Decision!.Reasons, resolved.Decision.By)
            );
            Assert.Equal(
                [TaskOutcome.Decline, TaskOutcome.Approve, TaskOutcome.Decline],
                resolved.Tasks.Select(task => task.Decision!.Outcome)
            );
        }

        private static Outcome<Change> Decide(
            Application application,
            DecisionOutcome outcome,
            Actor? by = null,
            params IReadOnlyList<string> conditions
        ) =>
            application.Decide(
                application.Task(),
                outcome,
                $"By {(by ?? People.OtherEvaluator).Id}.",
                [.. conditions.Select(Moments.InMay)],
                (by ?? People.OtherEvaluator) == People.Evaluator ? People.OtherEvaluator.Id : People.Registrar.Id,
                Stages.Settings,
                by ?? People.OtherEvaluator,
                Moments.Monday
            );
    }
}
