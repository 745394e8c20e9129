namespace MicroCred.Approval.Tests;

public sealed class InformationRequestTests
{
    private readonly Application _inReview = AnApplication.WithoutFault.InReview();

    [Fact]
    public void The_provider_gets_10_working_days()
    {
        var waiting = _inReview.Asked(Moments.Monday);
        var request = waiting.InformationRequests.Single();
        Assert.Equal((ApplicationStatus.InformationRequested, 1, true), (waiting.Status, request.Number, request.IsOpen));
        Assert.Equal(Moments.Auckland("2026-03-16T23:59:59+13:00"), request.Due);
        Assert.Equal([6], request.Criteria);
    }

    [Fact]
    public void The_clock_of_the_evaluation_stands_still_until_the_answer()
    {
        // Asked on Monday, answered on Thursday of the following week: eight working days.
        var answered = Answer(_inReview.Asked(Moments.Monday), 1, Moments.Later(10)).Application();
        Assert.Equal(ApplicationStatus.InReview, answered.Status);
        Assert.Equal(("It is.", Moments.Later(10), InformationRequestStatus.Answered), Settled(answered));
        Assert.Equal(WorkingDays.Deadline(_inReview.Tasks.Single().Due, 8), answered.Tasks.Single().Due);
    }

    [Fact]
    public void An_answer_on_the_same_day_moves_nothing() =>
        Assert.Equal(
            _inReview.Tasks.Single().Due,
            Answer(_inReview.Asked(Moments.Monday), 1, Moments.Monday).Application().Tasks.Single().Due
        );

    [Fact]
    public void A_registrar_closes_one_that_is_overdue_and_the_evaluation_goes_on_with_its_clock_moved_as_well()
    {
        var lapsed = Lapse(_inReview.Asked(Moments.Monday), Moments.Later(15)).Application();
        Assert.Equal(ApplicationStatus.InReview, lapsed.Status);
        Assert.Equal((null, null, InformationRequestStatus.Lapsed), Settled(lapsed));
        Assert.Equal(WorkingDays.Deadline(_inReview.Tasks.Single().Due, 11), lapsed.Tasks.Single().Due);
    }

    [Fact]
    public void It_does_not_lapse_by_itself_nor_before_its_due_date_is_over()
    {
        var asked = _inReview.Asked(Moments.Monday);
        Lapse(asked, asked.InformationRequests.Single().Due).AssertRefused(RefusalKind.WrongState);
        Lapse(asked, asked.InformationRequests.Single().Due.AddSeconds(1)).Application();
    }

    [Fact]
    public void Only_a_registrar_closes_or_extends_it()
    {
        var asked = _inReview.Asked(Moments.Monday);
        asked.LapseInformationRequest(1, "Late.", People.Evaluator, Moments.Later(15)).AssertRefused(RefusalKind.NotYours);
        asked
            .ExtendInformationRequest(1, Moments.Day("2026-04-30"), "Ill.", People.Evaluator, Moments.Monday)
            .AssertRefused(RefusalKind.NotYours);
    }

    [Fact]
    public void To_close_it_needs_a_reason() =>
        _inReview
            .Asked(Moments.Monday)
            .LapseInformationRequest(1, " \u200b", People.Registrar, Moments.Later(15))
            .AssertRefused(RefusalKind.Invalid);

    [Fact]
    public void An_extension_gives_until_the_end_of_the_day_a_Sunday_too_and_its_clock_starts_anew()
    {
        var extended = Extend(_inReview.Asked(Moments.Monday), "2026-03-29", at: Moments.Later(4)).Application();
        var request = extended.InformationRequests.Single();
        Assert.Equal(Moments.Auckland("2026-03-29T23:59:59+13:00"), request.Due);
        Assert.Equal(new Clock(Moments.Day("2026-03-06"), request.Due), extended.Clock);
        Assert.Equal(request.Due, extended.WaitingFor!.Due);
    }

    [Theory]
    [InlineData("2026-03-02")]
    [InlineData("2026-03-01")]
    [InlineData("2052-01-01")]
    public void An_extension_is_to_a_day_after_today(string due) =>
        Extend(_inReview.Asked(Moments.Monday), due).AssertRefused(RefusalKind.Invalid);

    [Fact]
    public void An_extension_needs_a_day_and_a_reason()
    {
        var asked = _inReview.Asked(Moments.Monday);
        asked.ExtendInformationRequest(1, null, "Ill.", People.Registrar, Moments.Monday).AssertRefused(RefusalKind.Invalid);
        asked
            .ExtendInformationRequest(1, Moments.Day("2026-04-30"), null, People.Registrar, Moments.Monday)
            .AssertRefused(RefusalKind.Invalid);
    }

    [Fact]
    public void An_answered_one_is_neither_extended_nor_closed()
    {
        var answered = Answer(_inReview.Asked(Moments.Monday), 1, Moments.Monday).Application();
        Extend(answered, "2026-04-30").AssertRefused(RefusalKind.WrongState);
        Lapse(answered, Moments.Later(30)).AssertRefused(RefusalKind.WrongState);
        var lapsed = Lapse(_inReview.Asked(Moments.Monday), Moments.Later(15)).Application();
        Extend(lapsed, "2026-04-30").AssertRefused(RefusalKind.WrongState);
        Lapse(lapsed, Moments.Later(16)).AssertRefused(RefusalKind.WrongState);
    }

    [Fact]
    public void A_task_that_a_registrar_extends_meanwhile_moves_on_only_by_the_days_after_that()
    {
        var extended = _inReview
            .Asked(Moments.Monday)
            .ExtendTask(_inReview.Task(), Moments.Day("2026-05-01"), "It is long.", People.Registrar, Moments.Later(3))
            .Application();
        var answered = Answer(extended, 1, Moments.Later(8)).Application();
        Assert.Equal(Moments.Auckland("2026-05-06T23:59:59+12:00"), answered.Tasks.Single().Due);
        Assert.Equal(Moments.Day("2026-03-10"), answered.Tasks.Single().Started);
    }

    [Fact]
    public void Nothing_else_changes_than_the_fields_it_names()
    {
        var asked = _inReview.Asked(Moments.Monday, "/microCredential/title", "/microCredential/outcomes/0");
        var changed = Replace(asked, content =>
            content with
            {
                Title = "Workshop basics",
                Outcomes = ["Use tools.", "Service a light vehicle."],
            }
        );
        Assert.Equal("Workshop basics", changed.Application().Content.MicroCredential!.Title);

        var refusal = Replace(asked, content => content with { Title = "Workshop basics", Level = 4, Outcomes = ["Use tools."] }).Refusal();
        Assert.Equal(["microCredential.level", "microCredential.outcomes[1]"], refusal.Findings.Select(finding => finding.Field));
        Assert.Equal(RefusalKind.Invalid, refusal.Kind);
    }

    [Fact]
    public void Without_fields_nothing_changes_and_what_changes_nothing_is_taken()
    {
        var asked = _inReview.Asked(Moments.Monday);
        Assert.Equal(asked.Content, Replace(asked, content => content).Application().Content);
        Replace(asked, content => content with { Title = "Other" }).AssertRefused(RefusalKind.Invalid);
    }

    [Fact]
    public void A_change_that_the_register_could_not_take_is_refused()
    {
        var asked = _inReview.Asked(Moments.Monday, "/microCredential");
        var refusal = Replace(asked, content => content with { Title = null }).Refusal();
        Assert.Contains(refusal.Findings, finding => finding.Field == "microCredential.title");
    }

    [Theory]
    [InlineData("/microCredential/title", true)]
    [InlineData("/microCredential/outcomes/3", true)]
    [InlineData("/need/stakeholders/0/name", true)]
    [InlineData("/urgency", true)]
    [InlineData("/type", false)]
    [InlineData("/registerNumber", false)]
    [InlineData("", false)]
    [InlineData("/", false)]
    [InlineData("microCredential", false)]
    [InlineData("/microCredential/", false)]
    [InlineData("/microCredential/colour", false)]
    [InlineData("/microCredential/title/0", false)]
    [InlineData("/microCredential/outcomes/-", false)]
    [InlineData("/microCredential/outcomes/01", false)]
    [InlineData("/microCredential/~title", false)]
    [InlineData("/documents", false)]
    public void It_names_fields_of_the_body(string field, bool taken)
    {
        Assert.Equal(taken, ContentFields.MayBePermitted(field));
        var asked = Ask(_inReview, fields: [field]);
        if (!taken)
        {
            Assert.Equal(["fields[0]"], asked.Refusal().Findings.Select(finding => finding.Field));
        }
        else
        {
            Assert.Equal([field], asked.Application().PermittedFields);
        }
    }

    [Fact]
    public void There_are_three_rounds_and_no_fourth()
    {
        var asked = Enumerable
            .Range(1, 3)
            .Aggregate(_inReview, (current, round) => Answer(current.Asked(Moments.Monday), round, Moments.Monday).Application());
        Assert.Equal([1, 2, 3], asked.InformationRequests.Select(request => request.Number));
        Ask(asked).AssertRefused(RefusalKind.WrongState);
    }

    [Fact]
    public void The_number_of_rounds_is_a_setting() =>
        Ask(_inReview, settings: new() { InformationRounds = 0 }).AssertRefused(RefusalKind.WrongState);

    [Fact]
    public void One_is_asked_at_a_time() => Ask(_inReview.Asked(Moments.Monday)).AssertRefused(RefusalKind.WrongState);

    [Fact]
    public void A_question_has_words() => Ask(_inReview, question: " ").AssertRefused(RefusalKind.Invalid);

    [Theory]
    [InlineData(0)]
    [InlineData(8)]
    public void A_question_is_about_criteria_that_exist(int criterion) =>
        Ask(_inReview, criterion: criterion).AssertRefused(RefusalKind.Invalid);

    [Fact]
    public void Only_the_assignee_asks() => Ask(_inReview, by: People.OtherEvaluator).AssertRefused(RefusalKind.NotYours);

    [Fact]
    public void An_answer_has_words() =>
        _inReview.Asked(Moments.Monday).Answer(1, "", People.Provider, Moments.Monday).AssertRefused(RefusalKind.Invalid);

    [Fact]
    public void A_request_that_does_not_exist_is_not_answered() =>
        Answer(_inReview.Asked(Moments.Monday), 2, Moments.Monday).AssertRefused(RefusalKind.NotFound);

    [Fact]
    public void A_request_is_answered_once()
    {
        var answered = Answer(_inReview.Asked(Moments.Monday), 1, Moments.Monday).Application();
        Answer(answered, 1, Moments.Monday).AssertRefused(RefusalKind.WrongState);
    }

    [Fact]
    public void A_request_of_a_withdrawn_application_is_not_answered()
    {
        var withdrawn = _inReview.Asked(Moments.Monday).Withdraw("Too late.", People.Provider, Moments.Monday).Application();
        Answer(withdrawn, 1, Moments.Monday).AssertRefused(RefusalKind.WrongState);
    }

    private static (string?, DateTimeOffset?, InformationRequestStatus) Settled(Application application)
    {
        var request = application.InformationRequests.Single();
        return (request.Answer, request.AnsweredAt, request.Status);
    }

    private static Outcome<Change> Answer(Application application, int number, DateTimeOffset at) =>
        application.Answer(number, "It is.", People.Provider, at);

    private static Outcome<Change> Lapse(Application application, DateTimeOffset at) =>
        application.LapseInformationRequest(1, "Nobody could be reached.", People.Registrar, at);

    private static Outcome<Change> Extend(Application application, string due, DateTimeOffset? at = null) =>
        application.ExtendInformationRequest(1, Moments.Day(due), "They are ill.", People.Registrar, at ?? Moments.Monday);

    private static Outcome<Change> Replace(Application application, Func<MicroCredentialContent, MicroCredentialContent> change) =>
        application.Replace(
            application.Content with
            {
                MicroCredential = change(application.Content.MicroCredential!),
            },
            People.Provider,
            Moments.Monday
        );

    private static Outcome<Change> Ask(
        Application application,
        string question = "How?",
        int criterion = 1,
        IReadOnlyList<string>? fields = null,
        EvaluationSettings? settings = null,
        Actor? by = null
    ) =>
        application.RequestInformation(
            application.Task(),
            question,
            [criterion],
            fields ?? [],
            settings ?? new(),
            by ?? People.Evaluator,
            Moments.Monday
        );
}
