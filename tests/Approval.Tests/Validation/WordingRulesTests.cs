namespace MicroCred.Approval.Tests;

public sealed class WordingRulesTests
{
    [Theory]
    [InlineData(4, "Critically compare wools.")]
    [InlineData(4, "Use advanced shears.")]
    [InlineData(5, "Shear under supervision.")]
    [InlineData(5, "Name the basic wools.")]
    public void Wording_of_the_level_on_the_other_side_is_warned_of_by_LEVEL02(int level, string outcome) =>
        Findings(level, outcome).AssertBreaksOnly("LEVEL02", Severity.Warning, "microCredential.outcomes[1]");

    [Theory]
    [InlineData(5, "Critically compare wools.")]
    [InlineData(4, "Shear under supervision.")]
    [InlineData(4, "Shear under broad guidance.")]
    [InlineData(3, "Use advanced shears.")]
    [InlineData(6, "Name the basic wools.")]
    public void Wording_of_the_same_level_and_levels_other_than_4_and_5_are_left_alone(int level, string outcome) =>
        Assert.Empty(Findings(level, outcome));

    private static IReadOnlyList<Finding> Findings(int level, string outcome) =>
        AnApplication
            .WithoutFault.With(content => content with { Level = level, Standards = [], Outcomes = ["Card wool.", outcome] })
            .Findings();
}
