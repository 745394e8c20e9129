namespace MicroCred.Approval.Tests;

public sealed class DocumentTests
{
    private static readonly AnApplication WithoutDocuments = AnApplication.WithoutFault with { Documents = [] };

    [Fact]
    public void A_document_gets_the_next_id_and_is_kept_as_given()
    {
        var document = WithoutDocuments.Draft().WithDocument(DocumentKind.Curriculum).WithDocument(DocumentKind.Other).Documents[^1];
        Assert.Equal(
            ("d2", DocumentKind.Other, "Other.pdf", 1000L, DocumentStatus.Accepted, Moments.Monday),
            (document.Id, document.Kind, document.FileName, document.Size, document.Status, document.UploadedAt)
        );
    }

    [Fact]
    public void An_id_is_not_used_again_after_a_removal()
    {
        var removed = WithoutDocuments
            .Draft()
            .WithDocument(DocumentKind.Other)
            .RemoveDocument("d1", People.Provider, Moments.Monday)
            .Application();
        Assert.Empty(removed.Documents);
        Assert.Equal("d2", removed.WithDocument(DocumentKind.Other).Documents.Single().Id);
    }

    [Fact]
    public void A_document_that_is_not_there_is_not_removed() =>
        WithoutDocuments.Draft().RemoveDocument("d1", People.Provider, Moments.Monday).AssertRefused(RefusalKind.NotFound);

    [Fact]
    public void An_answer_may_bring_documents_and_take_none_away()
    {
        var waiting = AnApplication.WithoutFault.WaitingForInformation();
        Assert.Equal("d4", waiting.WithDocument(DocumentKind.Other).Documents[^1].Id);
        waiting.RemoveDocument("d1", People.Provider, Moments.Monday).AssertRefused(RefusalKind.WrongState);
    }

    [Fact]
    public void A_document_cannot_come_while_it_is_evaluated() =>
        Add(AnApplication.WithoutFault.InReview(), 1).AssertRefused(RefusalKind.WrongState);

    [Fact]
    public void A_document_may_have_25_MiB_and_no_more()
    {
        Add(WithoutDocuments.Draft(), 25 << 20).Change();
        Add(WithoutDocuments.Draft(), (25 << 20) + 1).AssertRefused(RefusalKind.TooLarge);
    }

    [Fact]
    public void All_together_may_have_100_MiB_and_no_more()
    {
        var nearlyFull = Enumerable.Range(0, 3).Aggregate(WithoutDocuments.Draft(), (current, _) => Add(current, 25 << 20).Application());
        var full = Add(nearlyFull, 25 << 20).Application();
        Add(full, 1).AssertRefused(RefusalKind.TooLarge);
    }

    [Fact]
    public void There_may_be_100_and_no_more()
    {
        var full = Enumerable.Range(0, 100).Aggregate(WithoutDocuments.Draft(), (current, _) => Add(current, 1).Application());
        Add(full, 1).AssertRefused(RefusalKind.TooLarge);
    }

    private static Outcome<Change> Add(Application application, long size) =>
        application.AddDocument(
            DocumentKind.Other,
            "a.pdf",
            "application/pdf",
            size,
            new('b', 64),
            DocumentStatus.Accepted,
            [],
            People.Provider,
            Moments.Monday
        );
}
