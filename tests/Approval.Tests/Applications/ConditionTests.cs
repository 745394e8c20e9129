namespace MicroCred.Approval.Tests;

public sealed class ConditionTests
{
    private static readonly Application Approved = AnApplication.WithoutFault.Evaluated().Decided(DecisionOutcome.ApproveWithConditions);
    private static readonly Application Published = Approved
        .Publish(new(1, ReportingCode.Parse("5056"), Moments.Monday), Moments.Monday)
        .Application();
    private static readonly DateTimeOffset May = Moments.InMay("").Due;

    [Fact]
    public void Each_is_followed_up_by_a_registrar_until_the_end_of_its_day_in_Auckland()
    {
        Assert.Equal(Moments.Auckland("2026-05-01T23:59:59+12:00"), May);
        var task = Approved.Tasks[^1];
        Assert.Equal(
            (TaskKind.ConditionFollowUp, People.Registrar.Id, true, May, "Hire a tutor."),
            (task.Kind, task.Assignee, task.IsOpen, task.Due, task.Condition)
        );
        Assert.Equal([new("Hire a tutor.", May, ConditionStatus.Open)], Approved.Conditions);
    }

    [Fact]
    public void Their_day_is_moved_by_the_decision_of_the_follow_up_and_no_other_way() =>
        Approved
            .ExtendTask(Approved.Tasks[^1].Id, Moments.Day("2026-09-01"), "It is long.", People.Registrar, Moments.Monday)
            .AssertRefused(RefusalKind.WrongState);

    [Fact]
    public void They_hold_up_nothing_and_stay_open_on_the_register()
    {
        Assert.Equal(Stage.Publication, Approved.Stage);
        Assert.Equal((ApplicationStatus.Published, true), (Published.Status, Published.Tasks[^1].IsOpen));
        Assert.Equal(Published.Conditions, AnEntryOf(Published).Conditions);
    }

    [Theory]
    [InlineData(nameof(TaskOutcome.Met), ConditionStatus.Met)]
    [InlineData(nameof(TaskOutcome.NotMet), ConditionStatus.NotMet)]
    public void A_registrar_decides_one_after_publication(string outcome, ConditionStatus status)
    {
        var decided = FollowUp(Published, Enum.Parse<TaskOutcome>(outcome)).Application();

        Assert.Equal((ApplicationStatus.Published, false), (decided.Status, decided.Tasks[^1].IsOpen));
        Assert.Equal([new("Hire a tutor.", May, status)], AnEntryOf(decided).Conditions);
        Assert.Equal((1, 1), (AnEntryOf(decided).Version, decided.Registration!.Changes));
        FollowUp(decided, TaskOutcome.Met).AssertRefused(RefusalKind.WrongState);
    }

    [Fact]
    public void A_registrar_gives_more_time()
    {
        var extended = FollowUp(Published, TaskOutcome.Extend, due: new(2026, 9, 1)).Application();

        var until = Moments.Auckland("2026-09-01T23:59:59+12:00");
        Assert.Equal((true, until, null), (extended.Tasks[^1].IsOpen, extended.Tasks[^1].Due, extended.Tasks[^1].Decision));
        Assert.Equal([new("Hire a tutor.", until, ConditionStatus.Open)], extended.Conditions);
        Assert.Equal(1, extended.Registration!.Changes);
    }

    [Theory]
    [InlineData(nameof(TaskOutcome.Extend), null, "Seen.")]
    [InlineData(nameof(TaskOutcome.Extend), "2026-03-02", "Seen.")]
    [InlineData(nameof(TaskOutcome.Extend), "2053-01-01", "Seen.")]
    [InlineData(nameof(TaskOutcome.Extend), "9999-12-31", "Seen.")]
    [InlineData(nameof(TaskOutcome.Met), "2026-09-01", "Seen.")]
    [InlineData(nameof(TaskOutcome.Met), null, " ")]
    [InlineData(nameof(TaskOutcome.Extend), "2026-09-01", " ")]
    public void What_a_decision_lacks_or_has_too_much_of_is_refused(string outcome, string? due, string reasons) =>
        FollowUp(Published, Enum.Parse<TaskOutcome>(outcome), reasons, due is null ? null : Moments.Day(due))
            .AssertRefused(RefusalKind.Invalid);

    [Fact]
    public void Another_registrar_does_not_decide_it() =>
        FollowUp(Published, TaskOutcome.Met, by: new("registrar-2", "Registrar Two", ActorKind.Registrar))
            .AssertRefused(RefusalKind.NotYours);

    [Theory]
    [InlineData("2026-03-01")]
    [InlineData("2053-01-01")]
    public void One_that_was_due_before_today_or_is_past_the_calendar_is_refused(string day) =>
        Decide(Condition.By(Moments.Day(day), "Hire a tutor.")).AssertRefused(RefusalKind.Invalid);

    [Fact]
    public void One_may_be_due_today() =>
        Assert.Single(Decide(Condition.By(Moments.Day("2026-03-02"), "Hire a tutor.")).Application().Conditions);

    [Fact]
    public void Withdrawal_ends_their_follow_up() =>
        Assert.All(Approved.Withdraw("No staff.", People.Provider, Moments.Monday).Application().Tasks, task => Assert.False(task.IsOpen));

    [Fact]
    public void Who_declares_an_interest_keeps_none_of_them()
    {
        var two = Decide(Moments.InMay("Hire a tutor."), Moments.InMay("Name a moderator.")).Application();

        var moved = two.DeclareConflict(two.Tasks[1].Id, "My sister.", "registrar-2", People.Registrar, Moments.Monday).Application();

        Assert.Equal(["registrar-2", "registrar-2"], moved.Tasks.Where(task => task.IsOpen).Select(task => task.Assignee));
    }

    private static Outcome<Change> Decide(params IReadOnlyList<Condition> conditions)
    {
        var evaluated = AnApplication.WithoutFault.Evaluated();
        return evaluated.Decide(
            evaluated.Task(),
            DecisionOutcome.ApproveWithConditions,
            "As found.",
            conditions,
            People.Registrar.Id,
            Stages.Settings,
            People.Evaluator,
            Moments.Monday
        );
    }

    private static Outcome<Change> FollowUp(
        Application application,
        TaskOutcome outcome,
        string reasons = "Seen.",
        DateOnly? due = null,
        Actor? by = null
    ) => application.FollowUp(application.Task(), outcome, reasons, due, by ?? People.Registrar, Moments.Monday);

    private static RegisterEntry AnEntryOf(Application application) => RegisterEntry.From(application, 1, application.Registration?.Code);
}
