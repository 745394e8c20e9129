namespace MicroCred.Approval.Tests;

public sealed class RuleEditionTests
{
    [Fact]
    public void The_edition_of_2018_is_the_default() => Assert.Equal("2018", RuleEditions.Default.Id);

    [Fact]
    public void The_edition_of_2018_asks_for_5_to_40_credits_a_yearly_review_and_no_letter()
    {
        var edition = Checks.Edition2018;
        Assert.Equal(
            (5, 40, "NZQF", "ITO", false),
            (edition.MinimumCredits, edition.MaximumCredits, edition.Framework, edition.StandardSettingBody, edition.SupportLetterAsked)
        );
        Assert.Equal([1], edition.ReviewYears);
        Assert.Equal(Moments.Day("2018-08-01"), edition.InForceFrom);
    }

    [Fact]
    public void The_edition_of_2026_asks_for_1_to_40_credits_a_review_within_three_years_and_a_letter()
    {
        var edition = Checks.Edition2026;
        Assert.Equal(
            (1, 40, "NZQCF", "ISB", true),
            (edition.MinimumCredits, edition.MaximumCredits, edition.Framework, edition.StandardSettingBody, edition.SupportLetterAsked)
        );
        Assert.Equal([1, 2, 3], edition.ReviewYears);
        Assert.Equal(Moments.Day("2026-01-19"), edition.InForceFrom);
    }

    [Fact]
    public void Every_edition_has_the_seven_criteria()
    {
        Assert.All(RuleEditions.All, edition =>
            Assert.Equal(Enumerable.Range(1, 7), edition.Criteria.Select(criterion => criterion.Number))
        );
        Assert.All(EvaluationCriteria.All, criterion => Assert.EndsWith("?", criterion.Question, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2019")]
    [InlineData(null)]
    public void There_is_no_other_edition(string? id) => Assert.Null(RuleEditions.Find(id));
}
