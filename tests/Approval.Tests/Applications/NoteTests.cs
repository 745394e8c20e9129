namespace MicroCred.Approval.Tests;

public sealed class NoteTests
{
    [Fact]
    public void Are_kept_in_order_also_once_it_has_ended()
    {
        var declined = AnApplication.WithoutFault.Declined();
        var noted = Add(Add(declined, "One.").Application(), "Two.", People.Registrar).Application();
        Assert.Equal([("One.", People.Evaluator), ("Two.", People.Registrar)], noted.Notes.Select(note => (note.Text, note.By)));
        Assert.Equal(ApplicationStatus.Declined, noted.Status);
    }

    [Fact]
    public void Need_words() => Add(AnApplication.WithoutFault.InReview(), " ").AssertRefused(RefusalKind.Invalid);

    [Fact]
    public void Are_not_for_who_declared_an_interest()
    {
        var declared = AnApplication
            .WithoutFault.InReview()
            .DeclareConflict(TaskId.Create(AnApplication.Id, 1), "My sister.", null, People.Evaluator, Moments.Monday)
            .Application();
        Add(declared, "One.").AssertRefused(RefusalKind.WrongState);
    }

    [Fact]
    public void Are_not_for_a_second_reviewer_before_their_own_findings()
    {
        var waiting = Add(AnApplication.WithoutFault.UnderSecondReview(DecisionOutcome.Decline), "One.").Application();
        Add(waiting, "Two.", People.OtherEvaluator).AssertRefused(RefusalKind.WrongState);
        Assert.Empty(waiting.NotesShownTo(People.OtherEvaluator.Id));
        Assert.Single(waiting.FoundBy(People.OtherEvaluator).NotesShownTo(People.OtherEvaluator.Id));
    }

    [Fact]
    public void End_at_a_hundred()
    {
        var full = Enumerable
            .Range(1, 100)
            .Aggregate(AnApplication.WithoutFault.InReview(), (current, number) => Add(current, $"{number}.").Application());
        Add(full, "One more.").AssertRefused(RefusalKind.WrongState);
    }

    private static Outcome<Change> Add(Application application, string text, Actor? by = null) =>
        application.AddNote(TaskId.Create(application.Id, 1), text, by ?? People.Evaluator, Moments.Monday);
}
