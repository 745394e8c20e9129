namespace MicroCred.Approval.Tests;

public sealed class TitleRulesTests
{
    [Theory]
    [InlineData("New Zealand wool")]
    [InlineData("National wool")]
    [InlineData("Diploma of wool")]
    [InlineData("A wool degree")]
    [InlineData("Bachelor of wool")]
    [InlineData("Master's wool")]
    [InlineData("Doctor of wool")]
    [InlineData("Under-graduate wool")]
    [InlineData("Undergraduate wool")]
    [InlineData("POST GRADUATE wool")]
    public void A_title_that_looks_like_a_qualification_is_warned_of_by_TITLE01(string title) =>
        Findings(title).AssertBreaksOnly("TITLE01", Severity.Warning, "microCredential.title");

    [Theory]
    [InlineData("International wool")]
    [InlineData("Mastering wool")]
    [InlineData("Wool for graduates")]
    [InlineData("Degreed wool, new in Zealandia")]
    public void A_word_that_only_holds_such_a_word_does_not(string title) => Assert.Empty(Findings(title));

    [Theory]
    [InlineData("Wool by MITO (Te Pukenga WBL)")] // the provider, macron or not
    [InlineData("Wool for the motor trade association")] // a stakeholder
    [InlineData("Woolmatic® shearing")]
    [InlineData("Wool Ltd shearing")]
    [InlineData("Shearing with Dr Ānaru")]
    public void A_title_that_names_someone_or_something_is_warned_of_by_TITLE02(string title) =>
        Findings(title).AssertBreaksOnly("TITLE02", Severity.Warning, "microCredential.title");

    [Theory]
    [InlineData("Motor trade shearing")]
    [InlineData("Unlimited shearing")]
    [InlineData("Dry shearing")]
    public void A_title_that_holds_only_part_of_a_name_does_not(string title) => Assert.Empty(Findings(title));

    [Fact]
    public void Who_asks_for_haste_is_a_name_too() =>
        AnApplication
            .WithoutFault.Urgent()
            .With(content => content with { Title = "Vaccination at the Ministry of Health" })
            .Findings()
            .AssertBreaksOnly("TITLE02", Severity.Warning, "microCredential.title");

    private static IReadOnlyList<Finding> Findings(string title) =>
        AnApplication.WithoutFault.With(content => content with { Title = title }).Findings();
}
