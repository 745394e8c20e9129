namespace MicroCred.Approval.Tests;

public sealed class EntryStatusTests
{
    private static readonly DateOnly Monday = new(2026, 3, 2);

    private readonly Application _published = AnApplication.WithoutFault.Published();

    [Fact]
    public void The_registrar_marks_an_entry_as_listed_by_mistake_and_the_audit_says_why()
    {
        var change = Mark(RegisterStatus.ListedByMistake).Change();
        Assert.Equal(RegisterStatus.ListedByMistake, RegisterEntry.From(change.Application, 1, null).Status);
        Assert.Equal(nameof(EntryStatusChanged), change.Events.Single().What.Name);
        Assert.Contains("ListedByMistake: It was a test.", change.Events.Single().What.Detail, StringComparison.Ordinal);
        Assert.Equal(People.Registrar, change.Events.Single().Actor);
    }

    [Fact]
    public void One_that_expires_closes_today_and_ends_two_years_later()
    {
        var entry = RegisterEntry.From(Mark(RegisterStatus.Expiring).Application(), 1, null);
        Assert.Equal((RegisterStatus.Expiring, Monday, Monday.AddYears(2)), (entry.Status, entry.LastEnrolment, entry.LastAchievement));
    }

    [Fact]
    public void Days_that_are_given_are_taken()
    {
        var entry = RegisterEntry.From(
            Mark(RegisterStatus.Expiring, lastEnrolment: new(2026, 6, 30), lastAchievement: new(2027, 6, 30)).Application(),
            1,
            null
        );
        Assert.Equal((new DateOnly(2026, 6, 30), new DateOnly(2027, 6, 30)), (entry.LastEnrolment, entry.LastAchievement));
    }

    [Fact]
    public void Nobody_finishes_before_the_last_day_to_enrol() =>
        Mark(RegisterStatus.Expiring, lastEnrolment: new(2027, 6, 30), lastAchievement: new(2026, 6, 30))
            .AssertRefused(RefusalKind.Invalid);

    [Fact]
    public void What_ends_or_was_a_mistake_keeps_its_days_and_what_is_open_again_has_none()
    {
        var expiring = Mark(RegisterStatus.Expiring).Application();
        var over = expiring
            .ChangeEntryStatus(1, null, RegisterStatus.Discontinued, "Over.", null, null, People.Registrar, Moments.Monday)
            .Application();
        var open = over.ChangeEntryStatus(1, null, RegisterStatus.Current, "Again.", null, null, People.Registrar, Moments.Monday)
            .Application();
        Assert.Equal((Monday, Monday.AddYears(2)), (over.Registration!.LastEnrolment, over.Registration.LastAchievement));
        Assert.Equal((null, null), (open.Registration!.LastEnrolment, open.Registration.LastAchievement));
    }

    [Fact]
    public void What_expires_after_it_was_over_has_new_days_unless_it_expires_already()
    {
        var over = Mark(RegisterStatus.Discontinued, lastEnrolment: new(2025, 1, 31), lastAchievement: new(2025, 6, 30)).Application();
        var expiring = Again(over);
        var still = Again(Mark(RegisterStatus.Expiring, lastEnrolment: new(2026, 6, 30), lastAchievement: new(2027, 6, 30)).Application());

        Assert.Equal((Monday, Monday.AddYears(2)), (expiring.LastEnrolment, expiring.LastAchievement));
        Assert.Equal((new DateOnly(2026, 6, 30), new DateOnly(2027, 6, 30)), (still.LastEnrolment, still.LastAchievement));

        static Registration Again(Application application) =>
            application
                .ChangeEntryStatus(1, null, RegisterStatus.Expiring, "Again.", null, null, People.Registrar, Moments.Monday)
                .Application()
                .Registration!;
    }

    [Fact]
    public void An_entry_of_another_number_is_not_its() =>
        _published
            .ChangeEntryStatus(2, null, RegisterStatus.Discontinued, "Why.", null, null, People.Registrar, Moments.Monday)
            .AssertRefused(RefusalKind.WrongState);

    [Fact]
    public void What_was_never_approved_has_none() =>
        AnApplication
            .WithoutFault.Declined()
            .ChangeEntryStatus(1, null, RegisterStatus.ListedByMistake, "Why.", null, null, People.Registrar, Moments.Monday)
            .AssertRefused(RefusalKind.WrongState);

    [Fact]
    public void It_needs_a_reason() => Mark(RegisterStatus.Discontinued, "\u200B").AssertRefused(RefusalKind.Invalid);

    [Fact]
    public void It_needs_an_entry() =>
        AnApplication
            .WithoutFault.Approved()
            .ChangeEntryStatus(1, null, RegisterStatus.Discontinued, "Why.", null, null, People.Registrar, Moments.Monday)
            .AssertRefused(RefusalKind.WrongState);

    [Fact]
    public void One_that_stands_there_without_a_published_application_can_be_marked_as_a_mistake_alone()
    {
        var ghost = AnApplication.WithoutFault.Approved().Withdraw("No staff.", People.Provider, Moments.Monday).Application();
        var code = ReportingCode.Parse("5056");
        ghost
            .ChangeEntryStatus(7, code, RegisterStatus.Discontinued, "Why.", null, null, People.Registrar, Moments.Monday)
            .AssertRefused(RefusalKind.WrongState);
        var marked = ghost
            .ChangeEntryStatus(7, code, RegisterStatus.ListedByMistake, "Why.", null, null, People.Registrar, Moments.Monday)
            .Application();
        Assert.Equal(
            (7, RegisterStatus.ListedByMistake, ApplicationStatus.Withdrawn),
            (marked.Registration!.Number, marked.Registration.Status, marked.Status)
        );
        marked
            .ChangeEntryStatus(7, code, RegisterStatus.Current, "Why.", null, null, People.Registrar, Moments.Monday)
            .AssertRefused(RefusalKind.WrongState);
    }

    [Fact]
    public void A_mistake_can_be_taken_back() =>
        Assert.Equal(
            RegisterStatus.Current,
            Mark(RegisterStatus.ListedByMistake)
                .Application()
                .ChangeEntryStatus(1, null, RegisterStatus.Current, "It was no mistake.", null, null, People.Registrar, Moments.Monday)
                .Application()
                .Registration!.Status
        );

    private Outcome<Change> Mark(
        RegisterStatus status,
        string reason = "It was a test.",
        DateOnly? lastEnrolment = null,
        DateOnly? lastAchievement = null
    ) => _published.ChangeEntryStatus(1, null, status, reason, lastEnrolment, lastAchievement, People.Registrar, Moments.Monday);
}
