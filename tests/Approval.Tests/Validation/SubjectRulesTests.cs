namespace MicroCred.Approval.Tests;

public sealed class SubjectRulesTests
{
    [Theory]
    [InlineData("03050")]
    [InlineData("0305011")]
    [InlineData("03o501")]
    public void A_subject_that_is_not_six_digits_breaks_NZSCED01(string code) =>
        Findings(code).AssertBreaksOnly("NZSCED01", Severity.Error, "microCredential.nzsced");

    [Theory]
    [InlineData("030201")]
    [InlineData("000000")]
    [InlineData("990101")]
    public void A_subject_outside_the_classification_breaks_NZSCED02(string code) =>
        Findings(code).AssertBreaksOnly("NZSCED02", Severity.Error, "microCredential.nzsced");

    [Theory]
    [InlineData("030501")]
    [InlineData("039999")] // other engineering
    public void A_subject_in_the_classification_is_right(string code) => Assert.Empty(Findings(code));

    private static IReadOnlyList<Finding> Findings(string code) =>
        AnApplication.WithoutFault.With(content => content with { Nzsced = code }).Findings();
}
