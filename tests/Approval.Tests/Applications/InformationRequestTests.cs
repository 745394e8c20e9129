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
        Assert.Equal(("It is.", Moments.Later(10), false), Settled(answered));
        Assert.Equal(WorkingDays.Deadline(_inReview.Tasks.Single().Due, 8), answered.Tasks.Single().Due);
    }

    [Fact]
    public void An_answer_on_the_same_day_moves_nothing() =>
        Assert.Equal(
            _inReview.Tasks.Single().Due,
            Answer(_inReview.Asked(Moments.Monday), 1, Moments.Monday).Application().Tasks.Single().Due
        );

    [Fact]
    public void Without_an_answer_the_evaluation_goes_on_with_its_clock_moved_as_well()
    {
        var lapsed = _inReview.Asked(Moments.Monday).LapseInformationRequest(1, Moments.Later(14)).Application();
        Assert.Equal(ApplicationStatus.InReview, lapsed.Status);
        Assert.Equal((null, null, true), Settled(lapsed));
        Assert.Equal(WorkingDays.Deadline(_inReview.Tasks.Single().Due, 10), lapsed.Tasks.Single().Due);
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
    public void A_request_is_answered_once_and_then_does_not_lapse()
    {
        var answered = Answer(_inReview.Asked(Moments.Monday), 1, Moments.Monday).Application();
        Answer(answered, 1, Moments.Monday).AssertRefused(RefusalKind.WrongState);
        answered.LapseInformationRequest(1, Moments.Monday).AssertRefused(RefusalKind.WrongState);
    }

    [Fact]
    public void A_request_of_a_withdrawn_application_is_not_answered()
    {
        var withdrawn = _inReview.Asked(Moments.Monday).Withdraw("Too late.", People.Provider, Moments.Monday).Application();
        Answer(withdrawn, 1, Moments.Monday).AssertRefused(RefusalKind.WrongState);
    }

    private static (string?, DateTimeOffset?, bool) Settled(Application application)
    {
        var request = application.InformationRequests.Single();
        return (request.Answer, request.AnsweredAt, request.Lapsed);
    }

    private static Outcome<Change> Answer(Application application, int number, DateTimeOffset at) =>
        application.Answer(number, "It is.", People.Provider, at);

    private static Outcome<Change> Ask(
        Application application,
        string question = "How?",
        int criterion = 1,
        EvaluationSettings? settings = null,
        Actor? by = null
    ) =>
        application.RequestInformation(
            application.Task(),
            question,
            [criterion],
            settings ?? new(),
            by ?? People.Evaluator,
            Moments.Monday
        );
}
