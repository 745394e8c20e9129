namespace MicroCred.Approval.Tests;

public sealed class EditionTrialTests
{
    private static readonly RuleEdition Own = RuleEditions.Default;

    [Fact]
    public void Fewer_credits_and_other_review_periods_break_what_was_good()
    {
        var application = AnApplication.WithoutFault.Published();

        Assert.Equal(["CRED01", "REVIEW01"], EditionTrial.Breaks(application, Own with { MaximumCredits = 15, ReviewYears = [2] }, Own));
    }

    [Fact]
    public void What_is_wrong_under_its_own_edition_too_is_nothing_new() =>
        Assert.Empty(
            EditionTrial.Breaks(
                AnApplication.WithoutFault.With(content => content with { Credits = 41 }).Submitted(),
                Own with
                {
                    MaximumCredits = 15,
                },
                Own
            )
        );

    [Fact]
    public void What_follows_from_the_register_is_none_of_the_editions_doing() =>
        Assert.Empty(EditionTrial.Breaks(AnApplication.WithEveryFact.Published(), Own with { Id = "same" }, Own));
}
