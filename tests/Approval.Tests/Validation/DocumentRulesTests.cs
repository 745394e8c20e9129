namespace MicroCred.Approval.Tests;

public sealed class DocumentRulesTests
{
    [Theory]
    [InlineData(DocumentKind.Curriculum)]
    [InlineData(DocumentKind.AssessmentPlan)]
    [InlineData(DocumentKind.EvidenceOfNeed)]
    public void A_document_that_is_not_there_breaks_DOC01(DocumentKind kind)
    {
        var findings = AnApplication.WithoutFault.Without(kind).Findings();
        findings.AssertBreaksOnly("DOC01", Severity.Error, "documents");
        Assert.Contains(kind.ToString(), findings[0].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DOC02")]
    [InlineData("DOC03")]
    [InlineData("DOC04")]
    [InlineData("DOC05")]
    public void What_was_found_against_a_document_when_it_came_stands(string rule)
    {
        var found = ValidationRules.All.Single(candidate => candidate.Id == rule).Finding("file", "It is bad.");
        var findings = AnApplication.WithoutFault.Draft().WithDocument(DocumentKind.Other, DocumentStatus.Rejected, found).Findings();
        findings.AssertBreaksOnly(rule, Severity.Error, "documents.d4");
        Assert.Equal("It is bad.", findings[0].Message);
    }

    [Fact]
    public void A_document_rejected_without_a_word_breaks_DOC02() =>
        AnApplication
            .WithoutFault.Draft()
            .WithDocument(DocumentKind.Other, DocumentStatus.Rejected)
            .Findings()
            .AssertBreaksOnly("DOC02", Severity.Error, "documents.d4");

    [Fact]
    public void A_document_whose_bytes_are_gone_or_are_others_breaks_DOC06() =>
        Validator
            .Run(new(AnApplication.WithoutFault.Draft(), Checks.Edition2018, RegisterContext.Nothing) { LostDocuments = ["d2"] })
            .AssertBreaksOnly("DOC06", Severity.Error, "documents.d2");

    [Fact]
    public void A_document_that_was_replaced_breaks_nothing()
    {
        var rejected = AnApplication.WithoutFault.Draft().WithDocument(DocumentKind.Other, DocumentStatus.Rejected);
        Assert.Empty(rejected.RemoveDocument("d4", People.Provider, Moments.Monday).Application().Findings());
    }
}
