namespace MicroCred.Approval.Tests;

public sealed class AssignmentTests
{
    [Fact]
    public void A_registrar_sets_the_day_by_which_a_task_is_due_and_its_clock_starts_anew()
    {
        var inReview = AnApplication.WithoutFault.InReview();
        var extended = inReview
            .ExtendTask(inReview.Task(), Moments.Day("2026-05-03"), "It is long.", People.Registrar, Moments.Later(2))
            .Change();
        Assert.Equal(Moments.Auckland("2026-05-03T23:59:59+12:00"), extended.Application.Tasks.Single().Due);
        Assert.Equal(Moments.Day("2026-03-04"), extended.Application.Clock!.Started);
        Assert.Equal("Task 1 is due by 3 May 2026: It is long.", extended.Events.Single().What.Detail);
    }

    [Fact]
    public void Nobody_else_does_and_not_without_a_day_to_come_and_a_reason()
    {
        var inReview = AnApplication.WithoutFault.InReview();
        Extend("2026-05-03", "Long.", People.Evaluator).AssertRefused(RefusalKind.NotYours);
        Extend("2026-03-02", "Long.", People.Registrar).AssertRefused(RefusalKind.Invalid);
        Extend("2026-05-03", " ", People.Registrar).AssertRefused(RefusalKind.Invalid);
        inReview.ExtendTask(inReview.Task(), null, "Long.", People.Registrar, Moments.Monday).AssertRefused(RefusalKind.Invalid);

        Outcome<Change> Extend(string due, string reason, Actor by) =>
            inReview.ExtendTask(inReview.Task(), Moments.Day(due), reason, by, Moments.Monday);
    }

    [Fact]
    public void That_a_review_is_extended_is_not_told_to_the_provider()
    {
        var reviewed = AnApplication.WithoutFault.UnderSecondReview(DecisionOutcome.Decline);
        var extended = reviewed
            .ExtendTask(reviewed.Task(), Moments.Day("2026-05-03"), "It is long.", People.Registrar, Moments.Monday)
            .Application();
        Assert.Equal(reviewed.ToldRevision, extended.ToldRevision);
        Assert.Equal(reviewed.WaitingForAsToldToProvider, extended.WaitingForAsToldToProvider);
    }

    [Fact]
    public void An_evaluator_gets_20_working_days()
    {
        var task = AnApplication.WithoutFault.InReview().Tasks.Single();
        Assert.Equal((TaskKind.Evaluation, "evaluator-1", false, true), (task.Kind, task.Assignee, task.Urgent, task.IsOpen));
        Assert.Equal(Moments.Auckland("2026-03-30T23:59:59+13:00"), task.Due);
        Assert.Equal($"{AnApplication.Id}-1", task.Id.ToString());
    }

    [Fact]
    public void An_urgent_one_5()
    {
        var task = AnApplication.WithoutFault.Urgent().InReview().Tasks.Single();
        Assert.Equal((true, Moments.Auckland("2026-03-09T23:59:59+13:00")), (task.Urgent, task.Due));
    }

    [Fact]
    public void Where_nobody_may_have_it_it_waits_with_nobody()
    {
        var assigned = AnApplication.WithoutFault.Validated().Assign(null, Stages.Settings, Moments.Monday).Application();
        Assert.Equal(
            (ApplicationStatus.InReview, null, true),
            (assigned.Status, assigned.Tasks.Single().Assignee, assigned.Tasks.Single().IsOpen)
        );
        Assert.Equal("NZQA", assigned.WaitingFor!.Who);
    }

    [Fact]
    public void Nothing_is_assigned_before_it_is_validated() =>
        AnApplication.WithoutFault.Submitted().Assign(People.Evaluator.Id, new(), Moments.Monday).AssertRefused(RefusalKind.WrongState);

    [Fact]
    public void Nothing_is_assigned_twice() =>
        AnApplication.WithoutFault.InReview().Assign(People.OtherEvaluator.Id, new(), Moments.Monday).AssertRefused(RefusalKind.WrongState);

    public sealed class A_conflict
    {
        private readonly Application _evaluated = AnApplication.WithoutFault.Evaluated();

        [Fact]
        public void Hands_the_task_over_with_its_findings_under_their_authors_name()
        {
            var task = Declare(People.OtherEvaluator.Id).Application().Tasks.Single();
            Assert.Equal(("evaluator-2", 7, true), (task.Assignee, task.Findings.Count, task.IsOpen));
            Assert.All(task.Findings, finding => Assert.Equal(People.Evaluator.Id, finding.By));
        }

        [Fact]
        public void Leaves_the_task_with_nobody_where_nobody_is_next() => Assert.Null(Declare(null).Application().Tasks.Single().Assignee);

        [Fact]
        public void Keeps_the_task_from_ever_coming_back()
        {
            var declared = Declare(People.OtherEvaluator.Id).Application();
            declared
                .Reassign(declared.Task(), People.Evaluator.Id, "They are free.", People.Registrar, Moments.Monday)
                .AssertRefused(RefusalKind.Invalid);
            declared
                .Release(declared.Task(), "Ill.", People.Evaluator.Id, People.OtherEvaluator, Moments.Monday)
                .AssertRefused(RefusalKind.Invalid);
        }

        [Fact]
        public void Of_a_registrar_with_somebody_elses_task_moves_nothing_and_binds_them()
        {
            var declared = _evaluated
                .DeclareConflict(_evaluated.Task(), "My sister works there.", null, People.Registrar, Moments.Monday)
                .Change();

            Assert.Equal(nameof(ConflictDeclared), declared.Events.Single().What.Name);
            Assert.Equal(_evaluated.Tasks, declared.Application.Tasks);
            Assert.Equal([People.Registrar.Id], declared.Application.Conflicted);
            declared
                .Application.Reassign(
                    declared.Application.Task(),
                    People.OtherEvaluator.Id,
                    "They are free.",
                    People.Registrar,
                    Moments.Monday
                )
                .AssertRefused(RefusalKind.WrongState);
            declared
                .Application.Reassign(
                    declared.Application.Task(),
                    People.OtherEvaluator.Id,
                    "They are free.",
                    People.Registrar with
                    {
                        Id = "registrar-2",
                    },
                    Moments.Monday
                )
                .Change();
        }

        [Fact]
        public void Of_a_registrar_needs_a_reason_too() =>
            _evaluated
                .DeclareConflict(_evaluated.Task(), "\u3164", null, People.Registrar, Moments.Monday)
                .AssertRefused(RefusalKind.Invalid);

        [Fact]
        public void Is_not_declared_with_somebody_elses_task_by_others() =>
            _evaluated
                .DeclareConflict(_evaluated.Task(), "Mine.", null, People.OtherEvaluator, Moments.Monday)
                .AssertRefused(RefusalKind.NotYours);

        [Fact]
        public void Cannot_hand_the_task_to_oneself() => Declare(People.Evaluator.Id).AssertRefused(RefusalKind.Invalid);

        [Fact]
        public void Needs_a_reason() => Declare(People.OtherEvaluator.Id, " ").AssertRefused(RefusalKind.Invalid);

        private Outcome<Change> Declare(string? next, string reason = "My sister works there.") =>
            _evaluated.DeclareConflict(_evaluated.Task(), reason, next, People.Evaluator, Moments.Monday);
    }

    public sealed class A_release
    {
        private readonly Application _evaluated = AnApplication.WithoutFault.Evaluated();

        [Fact]
        public void Hands_the_task_over_with_its_findings_and_its_deadline()
        {
            var released = _evaluated.Release(_evaluated.Task(), "Ill.", People.OtherEvaluator.Id, People.Evaluator, Moments.Later(1));
            var task = released.Application().Tasks.Single();
            Assert.Equal(("evaluator-2", 7, Moments.Later(1)), (task.Assignee, task.Findings.Count, task.AssignedAt));
            Assert.Equal(_evaluated.Tasks.Single().Due, task.Due);
        }

        [Fact]
        public void Is_the_assignees_alone() =>
            _evaluated
                .Release(_evaluated.Task(), "Mine!", People.OtherEvaluator.Id, People.OtherEvaluator, Moments.Monday)
                .AssertRefused(RefusalKind.NotYours);
    }

    public sealed class A_reassignment
    {
        private readonly Application _inReview = AnApplication.WithoutFault.InReview();

        [Fact]
        public void Gives_the_task_to_someone_else() =>
            Assert.Equal(
                "evaluator-2",
                _inReview
                    .Reassign(_inReview.Task(), People.OtherEvaluator.Id, "They are free.", People.Registrar, Moments.Monday)
                    .Application()
                    .Tasks.Single()
                    .Assignee
            );

        [Fact]
        public void Is_not_an_evaluators_to_make() =>
            _inReview
                .Reassign(_inReview.Task(), People.OtherEvaluator.Id, "They are free.", People.Evaluator, Moments.Monday)
                .AssertRefused(RefusalKind.NotYours);

        [Fact]
        public void Needs_a_task_that_is_there() =>
            _inReview
                .Reassign(TaskId.Create(_inReview.Id, 2), People.OtherEvaluator.Id, "They are free.", People.Registrar, Moments.Monday)
                .AssertRefused(RefusalKind.NotFound);

        [Fact]
        public void Needs_a_task_that_is_open()
        {
            var approved = AnApplication.WithoutFault.Approved();
            approved
                .Reassign(approved.Task(), People.OtherEvaluator.Id, "They are free.", People.Registrar, Moments.Monday)
                .AssertRefused(RefusalKind.WrongState);
        }
    }
}
