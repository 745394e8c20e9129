namespace MicroCred.Approval.Tests;

public sealed class VersionTests
{
    [Fact]
    public void A_draft_has_none_and_the_first_submission_is_the_first()
    {
        Assert.Empty(AnApplication.WithoutFault.Draft().Versions);
        var first = AnApplication.WithoutFault.Submitted().Versions.Single();
        Assert.Equal((1, Moments.Monday, "MITO", "Submitted"), (first.Number, first.At, first.By, first.Why));
    }

    [Fact]
    public void Each_resubmission_is_another_changed_or_not()
    {
        var again = AnApplication.WithoutFault.Returned().Submitted(Moments.Later(1));
        Assert.Equal(["Submitted", "Submitted again"], again.Versions.Select(version => version.Why));
        Assert.Equal(again.Versions[0].Sha256, again.Versions[1].Sha256);
    }

    [Fact]
    public void An_answer_that_changed_nothing_is_none()
    {
        var asked = AnApplication.WithoutFault.InReview().Asked(Moments.Monday, "/microCredential/title");
        var there = Titled(asked, "Other");
        var backAgain = Titled(there, "Workshop foundations");
        Assert.Single(Answered(backAgain).Versions);
    }

    [Fact]
    public void An_answer_that_changed_a_field_or_brought_a_document_is_one()
    {
        var asked = AnApplication.WithoutFault.InReview().Asked(Moments.Monday, "/microCredential/title");
        Assert.Equal("Answer to question 1", Answered(Titled(asked, "Other")).Versions[1].Why);
        Assert.Equal(2, Answered(asked.WithDocument(DocumentKind.Other)).Versions.Count);
    }

    [Fact]
    public void What_was_changed_before_a_question_was_closed_is_one_of_its_providers()
    {
        var asked = Titled(AnApplication.WithoutFault.InReview().Asked(Moments.Monday, "/microCredential/title"), "Other");
        var lapsed = asked.LapseInformationRequest(1, "Late.", People.Registrar, Moments.Later(30)).Application();
        Assert.Equal(Providers.Mito.Name, lapsed.Versions[1].By);
    }

    [Fact]
    public void Changes_are_told_at_the_innermost_field_with_null_for_what_is_absent()
    {
        var before = AnApplication.WithoutFault;
        var after = before
            .With(content => content with { Title = "Other", Outcomes = ["Use hand tools safely.", "Service.", "Drive."], Purpose = null })
            .WithAll(content => content with { Urgency = new("MPI", "Now.") });
        var changes = Of(before.Draft()).ChangesTo(Of(after.Draft().WithDocument(DocumentKind.Other)));
        Assert.Equal(
            [
                ("/microCredential/title", "Workshop foundations", "Other"),
                ("/microCredential/purpose", "Prepares learners for work in a workshop.", null),
                ("/microCredential/outcomes/1", "Service a light vehicle.", "Service."),
                ("/microCredential/outcomes/2", null, "Drive."),
                ("/urgency/requestedBy", null, "MPI"),
                ("/urgency/reason", null, "Now."),
            ],
            changes.SkipLast(1).Select(change => (change.Path, (string?)change.Before, (string?)change.After))
        );
        Assert.Equal("/documents/d4", changes[^1].Path);
        Assert.Null(changes[^1].Before);
        Assert.Equal("Other.pdf", (string?)changes[^1].After!["fileName"]);
    }

    [Fact]
    public void The_same_has_no_changes() =>
        Assert.Empty(Of(AnApplication.WithEveryFact.Draft()).ChangesTo(Of(AnApplication.WithEveryFact.Draft())));

    [Fact]
    public void Some_fields_of_another_content_are_taken_and_the_others_stay()
    {
        var own = AnApplication.WithoutFault.Content;
        var other = AnApplication.WithEveryFact.With(content => content with { Title = "Other", Outcomes = ["New.", "Newer."] }).Content;
        var taken = ContentFields.Taking(own, other, ["/microCredential/outcomes/1", "/commissionedBy"]);
        Assert.Equal(["/microCredential/outcomes/1", "/commissionedBy"], ContentFields.Between(own, taken).Select(change => change.Path));
        Assert.Equal("Newer.", taken.MicroCredential!.Outcomes![1]);
    }

    private static VersionContent Of(Application application) => VersionContent.Of(application);

    private static Application Titled(Application application, string title) =>
        application
            .Replace(
                application.Content with
                {
                    MicroCredential = application.Content.MicroCredential! with { Title = title },
                },
                People.Provider,
                Moments.Monday
            )
            .Application();

    private static Application Answered(Application application) =>
        application.Answer(1, "So.", People.Provider, Moments.Monday).Application();
}
