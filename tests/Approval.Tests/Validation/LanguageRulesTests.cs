namespace MicroCred.Approval.Tests;

public sealed class LanguageRulesTests
{
    [Theory]
    [InlineData("en")]
    [InlineData("en-NZ")]
    [InlineData("mi")]
    [InlineData("nzs")]
    [InlineData("zh-Hant-TW")]
    [InlineData("es-419")]
    [InlineData("de-CH-1996")]
    [InlineData("en-x-plain")]
    public void A_tag_is_right(string tag) => Assert.Empty(Findings(tag));

    [Theory]
    [InlineData("English")]
    [InlineData("te reo Māori")]
    [InlineData("en_NZ")]
    [InlineData("en-")]
    [InlineData("en-NZ\n")]
    [InlineData("x")]
    [InlineData("")]
    public void Any_other_text_breaks_LANG01(string tag) =>
        Findings("en-NZ", tag).AssertBreaksOnly("LANG01", Severity.Error, "microCredential.languages[1]");

    private static IReadOnlyList<Finding> Findings(params string[] tags) =>
        AnApplication.WithoutFault.With(content => content with { Languages = tags }).Findings();
}
