namespace MicroCred.Approval.Tests;

public sealed class ReviewRulesTests
{
    [Theory]
    [InlineData("2018", 0, false)]
    [InlineData("2018", 1, true)]
    [InlineData("2018", 2, false)]
    [InlineData("2026", 0, false)]
    [InlineData("2026", 1, true)]
    [InlineData("2026", 3, true)]
    [InlineData("2026", 4, false)]
    public void A_review_period_that_the_edition_does_not_have_breaks_REVIEW01(string edition, int years, bool good)
    {
        var findings = AnApplication
            .WithoutFault.And(DocumentKind.SupportLetter)
            .With(content => content with { ReviewPeriodYears = years })
            .Findings(RuleEditions.Find(edition));
        if (good)
        {
            Assert.Empty(findings);
        }
        else
        {
            findings.AssertBreaksOnly("REVIEW01", Severity.Error, "microCredential.reviewPeriodYears");
        }
    }
}
