namespace MicroCred.Approval.Tests.Applications;

/// <summary>The review of an entry that is on the register.</summary>
public sealed class EntryReviewTests
{
    private static readonly Application Published = AnApplication.WithoutFault.Published();
    private static readonly DateOnly Due = RegisterEntry.From(Published, 1, null).ReviewDue;
    private static readonly ReviewReport Report = new(true, "Forty workshops hire them.", 120, 101, "Most work in one.");

    [Fact]
    public void A_report_gives_a_registrar_a_task_and_changes_nothing_on_the_register()
    {
        var reported = Reported();

        var task = reported.Tasks[^1];
        Assert.Equal((TaskKind.EntryReview, People.Registrar.Id), (task.Kind, task.Assignee));
        Assert.Equal(Report, Assert.Single(reported.Reviews).Report);
        Assert.Equal(EntryPart.Of(Published)!.Changes, EntryPart.Of(reported)!.Changes);
    }

    [Fact]
    public void While_one_report_waits_another_is_refused() => Assert.Equal(RefusalKind.WrongState, Try(Reported(), Report).Refusal().Kind);

    [Theory]
    [InlineData(" ", 1, 1)]
    [InlineData("Evidence.", 1, 2)]
    [InlineData("Evidence.", 1, -1)]
    public void A_report_without_evidence_or_with_more_who_achieved_than_enrolled_is_refused(
        string evidence,
        int enrolled,
        int completed
    ) =>
        Assert.Equal(
            RefusalKind.Invalid,
            Try(Published, Report with { Evidence = evidence, Enrolled = enrolled, Completed = completed }).Refusal().Kind
        );

    [Fact]
    public void What_is_not_on_the_register_or_not_current_is_not_reviewed()
    {
        Assert.Equal(RefusalKind.WrongState, Try(AnApplication.WithoutFault.Approved(), Report).Refusal().Kind);
        Assert.Equal(RefusalKind.WrongState, Try(Decided(TaskOutcome.Expire), Report).Refusal().Kind);
    }

    [Fact]
    public void An_entry_that_goes_on_is_reviewed_a_period_later()
    {
        var entry = EntryOf(Decided(TaskOutcome.Continue));

        Assert.Equal((Due.AddYears(1), RegisterStatus.Current), (entry.ReviewDue, entry.Status));
    }

    [Fact]
    public void An_entry_that_expires_takes_nobody_from_today_and_ends_two_years_later()
    {
        var entry = EntryOf(Decided(TaskOutcome.Expire));

        var today = WorkingDays.DayOf(Moments.Monday);
        Assert.Equal(
            (RegisterStatus.Expiring, today, today.AddYears(2)),
            (entry.Status, entry.LastEnrolment!.Value, entry.LastAchievement!.Value)
        );
        Assert.Equal(1, EntryPart.Of(Decided(TaskOutcome.Expire))!.Changes);
    }

    [Fact]
    public void A_decision_needs_reasons_and_its_own_task()
    {
        var reported = Reported();
        Assert.Equal(RefusalKind.Invalid, Decide(reported, TaskOutcome.Continue, " ", People.Registrar).Refusal().Kind);
        Assert.Equal(RefusalKind.NotYours, Decide(reported, TaskOutcome.Continue, "Needed.", People.Evaluator).Refusal().Kind);
    }

    [Fact]
    public void An_expired_entry_ends_the_day_after_its_last_day_to_finish()
    {
        var expiring = Decided(TaskOutcome.Expire);
        var last = expiring.Registration!.LastAchievement!.Value;

        Assert.Equal(RefusalKind.WrongState, expiring.EndExpired(WorkingDays.At(last, new TimeOnly(12, 0))).Refusal().Kind);
        Assert.Equal(
            RegisterStatus.Discontinued,
            EntryOf(expiring.EndExpired(WorkingDays.At(last.AddDays(1), new TimeOnly(12, 0))).Application()).Status
        );
    }

    [Fact]
    public void A_change_after_a_review_never_brings_its_date_forward()
    {
        var reviewed = Decided(TaskOutcome.Continue);
        var changed = AnApplication.WithoutFault.WithAll(content => content with { Type = ApplicationType.Change }).Published() with
        {
            Id = ApplicationId.New(Guid.NewGuid()),
        };

        var entry = new ListedEntry([EntryPart.Of(reviewed)!, EntryPart.Of(changed)!]).Entry;

        Assert.Equal((2, Due.AddYears(1)), (entry.Version, entry.ReviewDue));
    }

    private static Application Reported() => Try(Published, Report).Application();

    private static Application Decided(TaskOutcome outcome) => Decide(Reported(), outcome, "As reported.", People.Registrar).Application();

    private static Outcome<Change> Decide(Application reported, TaskOutcome outcome, string reasons, Actor by) =>
        reported.DecideReview(reported.Task(), outcome, reasons, by, Moments.Monday);

    private static Outcome<Change> Try(Application application, ReviewReport report) =>
        application.ReportReview(report, Due, years: 1, People.Registrar.Id, Stages.Settings, People.Provider, Moments.Monday);

    private static RegisterEntry EntryOf(Application application) => RegisterEntry.From(application, 1, null);
}
