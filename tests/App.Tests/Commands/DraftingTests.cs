using MicroCred.App.Submission;
using MicroCred.Approval.Tests;

namespace MicroCred.App.Tests.Commands;

public sealed class DraftingTests
{
    [Fact]
    public void A_draft_is_its_callers_providers()
    {
        var draft = new CreateApplication(AnApplication.WithoutFault.Content)
            .Begin(AnApplication.Id, Applying.ContextOf(Callers.Careerforce))
            .Accepted()
            .After();

        Assert.Equal(
            (AnApplication.Id, ApplicationStatus.Draft, Providers.Careerforce.Number),
            (draft.Id, draft.Status, draft.Provider.Number)
        );
    }

    [Fact]
    public void Replacing_the_content_leaves_the_documents()
    {
        var draft = AnApplication.WithoutFault.Draft();
        var other = AnApplication.WithoutFault.Urgent().Content;

        var replaced = new ReplaceApplication(draft.Id, other).Apply(draft, Applying.ContextOf(Callers.Mito)).Accepted().After();

        Assert.Equal((other, draft.Documents), (replaced.Content, replaced.Documents));
    }

    [Fact]
    public void A_draft_is_deleted() => Assert.Null(new DeleteApplication(AnApplication.Id).Refuse(AnApplication.WithoutFault.Draft()));

    [Fact]
    public void What_was_ever_submitted_is_not_deleted() =>
        Assert.Equal(RefusalKind.WrongState, new DeleteApplication(AnApplication.Id).Refuse(AnApplication.WithoutFault.Returned())!.Kind);

    [Fact]
    public void The_bytes_of_an_added_document_are_to_be_kept()
    {
        var draft = AnApplication.WithoutFault.Draft();
        var letter = Uploads.Of(DocumentKind.SupportLetter, digit: 'b');

        var added = new AddDocument(draft.Id, letter).Apply(draft, Applying.ContextOf(Callers.Mito)).Accepted();

        Assert.Equal(letter.Sha256, added.After().Documents[^1].Sha256);
        Assert.Equal([letter], added.Uploads);
    }

    [Fact]
    public void A_document_with_findings_is_rejected_and_remembered()
    {
        var draft = AnApplication.WithoutFault.Draft();
        Finding unreadable = new("DOC02", Severity.Error, "file", "It can't be read.", "Save it again.");

        var after = new AddDocument(draft.Id, Uploads.Of(DocumentKind.Other, findings: unreadable))
            .Apply(draft, Applying.ContextOf(Callers.Mito))
            .Accepted()
            .After();

        Assert.Equal(DocumentStatus.Rejected, after.Documents[^1].Status);
        Assert.Equal([unreadable], after.Documents[^1].Findings);
    }

    [Fact]
    public void Under_evaluation_no_document_is_added_unless_asked_for()
    {
        AddDocument letter = new(AnApplication.Id, Uploads.Of(DocumentKind.SupportLetter));

        letter.Apply(AnApplication.WithoutFault.InReview(), Applying.ContextOf(Callers.Mito)).Refused(RefusalKind.WrongState);
        Assert.Single(
            letter.Apply(AnApplication.WithoutFault.WaitingForInformation(), Applying.ContextOf(Callers.Mito)).Accepted().Uploads
        );
    }

    [Fact]
    public void A_document_that_is_taken_away_is_gone_from_the_application()
    {
        var draft = AnApplication.WithoutFault.Draft();

        var after = new DeleteDocument(draft.Id, "d2").Apply(draft, Applying.ContextOf(Callers.Mito)).Accepted().After();

        Assert.DoesNotContain(after.Documents, document => document.Id == "d2");
        new DeleteDocument(draft.Id, "d2").Apply(after, Applying.ContextOf(Callers.Mito)).Refused(RefusalKind.NotFound);
    }
}
