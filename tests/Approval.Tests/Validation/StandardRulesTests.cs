namespace MicroCred.Approval.Tests;

public sealed class StandardRulesTests
{
    [Fact]
    public void Standards_of_more_credits_than_the_micro_credential_break_STD01() =>
        Findings(new(1, 1, "One", 3, 20), new(2, 1, "Two", 3, 1)).AssertBreaksOnly("STD01", Severity.Error, "microCredential.standards");

    [Fact]
    public void Standards_of_as_many_credits_are_right() => Assert.Empty(Findings(new(1, 1, "One", 3, 19), new(2, 1, "Two", 3, 1)));

    [Fact]
    public void Their_sum_does_not_overflow() =>
        Findings(new(1, 1, "One", 3, int.MaxValue), new(2, 1, "Two", 3, int.MaxValue))
            .AssertBreaksOnly("STD01", Severity.Error, "microCredential.standards");

    [Fact]
    public void A_standard_two_levels_above_breaks_STD02() =>
        Findings(new(1, 1, "One", 3, 4), new(2, 1, "Two", 5, 4))
            .AssertBreaksOnly("STD02", Severity.Error, "microCredential.standards[1].level");

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void A_standard_one_level_above_or_any_below_is_right(int level) =>
        Assert.Empty(Findings(new StandardContent(1, 1, "One", level, 4)));

    [Fact]
    public void A_standard_that_is_named_twice_breaks_STD03_whatever_its_version() =>
        Findings(new(1, 1, "One", 3, 4), new(2, 1, "Two", 3, 4), new(1, 2, "One", 3, 4))
            .AssertBreaksOnly("STD03", Severity.Error, "microCredential.standards[2].number");

    private static IReadOnlyList<Finding> Findings(params StandardContent[] standards) =>
        AnApplication.WithoutFault.With(content => content with { Standards = standards }).Findings();
}
